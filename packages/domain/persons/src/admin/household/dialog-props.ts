/** What a household dialog is given. */
export interface HouseholdDialogProps {
  readonly id: string
  readonly version: number
  readonly onClose: () => void
}
