import type { StatusKind } from '@opendpf/persons'

/** Statuses by which a person is poor: on a day, as the register has it then. */
export const poorStatuses = [
  'allowance',
  'extremely-poor',
  'allowance-margin',
  'poor-monitored',
] as const satisfies readonly StatusKind[]
