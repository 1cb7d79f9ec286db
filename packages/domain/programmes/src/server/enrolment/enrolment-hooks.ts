import type { Draft, ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { addMonthsTo, monthOf, type NamedProgramme, programmes, programmesOf } from '../../contract/index.js'
import { giveBackKeptMoney } from '../cycle/kept-money.js'
import { tellOverpaid } from './tell-overpaid.js'

const { enrolment } = programmes.records
type Enrolment = typeof enrolment
type EnrolmentDraft = Draft<Enrolment>

/** The last month that is still granted when a reason to stop arose on a day. */
export function lastMonthOf({ stopsFrom }: Pick<NamedProgramme, 'stopsFrom'>, stopOn: string): string {
  return stopsFrom === 'following-month' ? monthOf(stopOn) : addMonthsTo(monthOf(stopOn), -1)
}

/** Pauses and ends follow from the steps; what is granted and frozen already is not paused any more. */
export const enrolmentHooks: RecordHooks<Enrolment> = {
  prepare(draft, { today, registry }) {
    const { values, verb, refuse } = draft
    if (verb === 'suspend' && values.pauseFrom !== null) {
      const pause = { from: values.pauseFrom, until: null, isPaid: false }
      values.pauses = [...(values.pauses ?? []), pause]
      Object.assign(values, { resumeFrom: null, isPausePaid: null })
    }
    if (verb === 'resume') resume(draft)
    if (verb === 'stop' && values.stopOn !== null) {
      if (values.stopOn > today) refuse('stopOn', 'enrolment.problem.future')
      const programme = programmesOf(registry).get(values.programme)
      const last = lastMonthOf({ stopsFrom: programme?.stopsFrom ?? 'following-month' }, values.stopOn)
      // an end that was known before stays when it is the earlier one
      values.lastMonth = values.lastMonth !== null && values.lastMonth < last ? values.lastMonth : last
    }
  },

  async check(drafts, context) {
    const pausing = drafts.filter(({ verb, before }) => verb === 'suspend' && before !== undefined)
    if (pausing.length === 0) return
    const settled = await settledOf(
      pausing.map(({ before }) => before?.id ?? ''),
      context,
    )
    for (const { before, values, refuse } of pausing) {
      const last = settled.get(before?.id ?? '')
      if (last !== undefined && values.pauseFrom !== null && values.pauseFrom <= last)
        refuse('pauseFrom', 'enrolment.problem.settled', { month: last })
    }
  },

  async after(changes, context) {
    const stopped = changes.flatMap(({ before, row }) =>
      row?.state === 'stopped' && before?.state !== 'stopped' ? [row] : [],
    )
    if (stopped.length === 0) return
    const ids = stopped.map(({ id }) => id)
    await tellOverpaid(ids, context)
    await giveBackKeptMoney(ids, context)
  },
}

function resume({ values, refuse }: EnrolmentDraft): void {
  const pauses = values.pauses ?? []
  const open = pauses.at(-1)
  const { resumeFrom, isPausePaid } = values
  if (open === undefined || resumeFrom === null || isPausePaid === null) return
  if (resumeFrom < open.from) refuse('resumeFrom', 'enrolment.problem.pause')
  values.pauses = [...pauses.slice(0, -1), { ...open, until: resumeFrom, isPaid: isPausePaid }]
}

/** The latest month that was granted to each of these enrolments. */
async function settledOf(ids: readonly string[], { db }: ModuleContext): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ enrolment: string; month: string }>`
    select enrolment, max(month) as month from programmes_entitlement where enrolment = any(${ids}::text[])
    group by enrolment`.execute(db)
  return new Map(rows.map((row) => [row.enrolment, row.month]))
}
