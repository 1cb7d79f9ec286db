import { bookOf } from '@opendpf/eligibility'
import { readParameters, valueFor } from '@opendpf/eligibility/asking'
import type { ModuleContext } from '@opendpf/kit/server'
import { addMonths } from '@opendpf/standards'

const name = 'poverty-relief.helpEveryMonths'

/** The day since which somebody must have been helped by today, for a division, as the parameter holds today. */
export async function helpedSince(
  context: Pick<ModuleContext, 'db' | 'registry' | 'today'>,
): Promise<(division: string) => string> {
  const { registry, today } = context
  const table = await readParameters(context, bookOf(registry), new Set([name]), { date: today })
  return (division) => {
    const months = valueFor(table, name, division)?.value
    // where nobody decided anything, nothing is ever due
    return typeof months === 'number' ? addMonths(today, -months) : '0001-01-01'
  }
}
