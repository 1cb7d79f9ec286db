/** Why a grant ends (国发〔2015〕52号 and the practice of regions). */
export const stopReasons = [
  'death',
  'certificate-cancelled',
  'certificate-frozen',
  'certificate-expired',
  'grade-not-covered',
  'left-allowance',
  'extremely-poor',
  'excluded-allowance',
  'moved-out',
  'imprisonment',
  'age-limit',
  'voluntary',
  'lost-contact',
  'fraud',
  'expired',
  'not-eligible',
] as const
export type StopReason = (typeof stopReasons)[number]
