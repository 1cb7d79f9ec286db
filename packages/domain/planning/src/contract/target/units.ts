import { type FigureUnit, figureUnits } from '@opendpf/figures'

/** What plans count in: the units of figures, so that an item and its indicator can be compared. Money is in fen, rates are in percent. */
export const planUnits = figureUnits
export type PlanUnit = FigureUnit

const notAdditive: ReadonlySet<PlanUnit> = new Set(['percent', 'day'])

/** Whether the parts of several towns make the whole of the county: rates and days do not add up. */
export function isAdditive(unit: PlanUnit): boolean {
  return !notAdditive.has(unit)
}
