/** A date, `YYYY-MM-DD`, or an instant of local time, `YYYY-MM-DDTHH:mm:ss`, to be written as a date cell. */
export interface SheetDate {
  readonly date: string
}

/** What can be written to a cell. */
export type SheetValue = string | number | boolean | SheetDate | null | undefined

/** Narrows to a date. */
export function isSheetDate(value: SheetValue): value is SheetDate {
  return typeof value === 'object' && value !== null
}
