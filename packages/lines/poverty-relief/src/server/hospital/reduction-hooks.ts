import type { RowOf } from '@opendpf/kit'
import type { Draft, ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { formatYuan } from '@opendpf/standards'
import { sql } from 'kysely'
import { feeFields } from '../../contract/hospital/fees.js'
import { povertyRelief } from '../../contract/index.js'
import { ruleOfDay } from './rule-of-day.js'

const { hospital, reduction } = povertyRelief.records
type Reduction = typeof reduction
type ReductionDraft = Draft<Reduction>

export const hospitalHooks: RecordHooks<typeof hospital> = {
  prepare({ values, refuse }) {
    if (values.until !== null && values.until < values.since) refuse('until', 'hospital.problem.period')
  },
}

/** What a hospital is settled by, beside the kinds of fees. */
const settled = ['hospital', 'setting', 'visitedOn', 'receipt', 'bill'] as const

/**
 * A reduction is what its kinds come to. Whoever enters the hospital's sheet is told at once what does not go by the rule of the day; nothing
 * is confirmed that does not.
 */
export const reductionHooks: RecordHooks<Reduction> = {
  prepare({ values, before, refuse }, { today }) {
    values.reduced = feeFields.reduce((sum, kind) => sum + (values[kind] ?? 0), 0)
    if (values.visitedOn > today) refuse('visitedOn', 'reduction.problem.future')
    if (values.reduced === 0) refuse('registration', 'reduction.problem.none')
    if (values.reduced > values.bill) refuse('bill', 'reduction.problem.bill')
    if (before?.state !== 'confirmed') return
    const changed = [...feeFields, ...settled].find((field) => values[field] !== before[field])
    if (changed) refuse(changed, 'reduction.problem.settled')
  },
  async check(drafts, context) {
    await refuseTwice(drafts, context)
    const asked = drafts.filter(({ action, verb }) => action === 'create' || verb === 'confirm')
    if (asked.length === 0) return
    await sayNotDesignated(asked, context)
    await sayAgainstRule(asked, context)
  },
}

/** Refuses a step that settles; tells whoever enters or sends the rest. */
function say({ verb, refuse, warn }: ReductionDraft, ...problem: Parameters<ReductionDraft['refuse']>): void {
  if (verb === 'confirm') refuse(...problem)
  else warn(...problem)
}

const receiptOf = ({ hospital, receipt }: Pick<RowOf<Reduction>, 'hospital' | 'receipt'>) => `${hospital} ${receipt}`

/** A hospital's receipt is there once, in the register and in the sheet. */
async function refuseTwice(drafts: readonly ReductionDraft[], { db }: ModuleContext): Promise<void> {
  const told = drafts.filter(({ before, values }) => before === undefined || receiptOf(before) !== receiptOf(values))
  if (told.length === 0) return
  const { rows } = await sql<{ readonly hospital: string; readonly receipt: string }>`
    select t.hospital, t.receipt from poverty_relief_reduction t
    join unnest(${told.map(({ values }) => values.hospital)}::text[], ${told.map(({ values }) => values.receipt)}::text[])
      as d(hospital, receipt) on d.hospital = t.hospital and d.receipt = t.receipt`.execute(db)
  const known = new Set(rows.map(receiptOf))
  for (const { values, refuse } of told) {
    if (known.has(receiptOf(values))) refuse('receipt', 'reduction.problem.twice')
    known.add(receiptOf(values))
  }
}

/** A hospital reduces fees of the people of a county that had designated it on the day. */
async function sayNotDesignated(drafts: readonly ReductionDraft[], { db }: ModuleContext): Promise<void> {
  const column = (field: 'person' | 'hospital' | 'visitedOn') => drafts.map(({ values }) => values[field])
  const { rows } = await sql<{ readonly at: number }>`
    select d.at::int as at
    from unnest(${column('person')}::text[], ${column('hospital')}::text[], ${column('visitedOn')}::date[])
      with ordinality as d(person, hospital, visited_on, at)
    join persons_person p on p.id = d.person
    where exists (select from poverty_relief_hospital h where h.organisation = d.hospital and h.county = p.county
      and h.since <= d.visited_on and (h.until is null or h.until >= d.visited_on))`.execute(db)
  const designated = new Set(rows.map(({ at }) => at))
  for (const [index, draft] of drafts.entries())
    if (!designated.has(index + 1)) say(draft, 'hospital', 'reduction.problem.notDesignated')
}

/** Right, kinds, share and the year's ceiling, as they held on the day of each visit. */
async function sayAgainstRule(drafts: readonly ReductionDraft[], context: ModuleContext): Promise<void> {
  const people = [...new Set(drafts.map(({ values }) => values.person))].toSorted()
  // in one order, so that nobody waits crosswise: the year's ceiling is used up by one at a time
  for (const person of people)
    await sql`select pg_advisory_xact_lock(hashtextextended(${`reduction ${person}`}, 0))`.execute(context.db)
  const years = await reducedInYears(people, context)
  for (const [date, ofDay] of Map.groupBy(drafts, ({ values }) => values.visitedOn)) {
    const rules = await ruleOfDay(context, date, [...new Set(ofDay.map(({ values }) => values.person))])
    for (const draft of ofDay) {
      const { person, bill, reduced } = draft.values
      const rule = rules.get(person)
      if (!rule?.hasRight) {
        say(draft, 'person', 'reduction.problem.noRight')
        continue
      }
      for (const kind of feeFields)
        if ((draft.values[kind] ?? 0) > 0 && !rule.kinds.includes(kind)) say(draft, kind, 'reduction.problem.kind')
      if (reduced * 100 > bill * rule.share) say(draft, 'bill', 'reduction.problem.share', { share: rule.share })
      const year = `${person} ${date.slice(0, 4)}`
      const sum = (years.get(year) ?? 0) + reduced
      years.set(year, sum)
      if (rule.yearMost !== undefined && sum > rule.yearMost)
        say(draft, 'person', 'reduction.problem.year', { sum: formatYuan(sum), most: formatYuan(rule.yearMost) })
    }
  }
}

/** What was confirmed for people so far, by person and calendar year, in fen. */
async function reducedInYears(people: readonly string[], { db }: ModuleContext): Promise<Map<string, number>> {
  const { rows } = await sql<{ readonly year: string; readonly sum: string }>`
    select person || ' ' || to_char(visited_on, 'YYYY') as year, sum(reduced)::text as sum
    from poverty_relief_reduction where person = any(${people}::text[]) and state = 'confirmed' group by 1`.execute(db)
  return new Map(rows.map(({ year, sum }) => [year, Number(sum)]))
}
