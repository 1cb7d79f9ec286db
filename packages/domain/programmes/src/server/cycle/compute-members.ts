import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { type MemberLine, type NamedProgramme, type Pause, programmes } from '../../contract/index.js'
import { programmeOf } from '../application/guards.js'
import { batchSize, type Cycle } from './lock-cycle.js'
import { addDifferences } from './note-differences.js'
import { periodsDue } from './periods.js'
import { liesIn } from './place.js'
import { type Standards, standardsOf } from './standards.js'

const { member, difference } = programmes.records

/** An enrolment with what was granted last. */
interface Enrolled {
  readonly id: string
  readonly person: string
  /** Whom the rules are about: the person, or his household. */
  readonly subject: string
  /** Where the person lives now, as long as that is where the cycle is. */
  readonly division: string
  readonly fromMonth: string
  readonly lastMonth: string | null
  readonly amount: string | null
  readonly pauses: readonly Pause[] | null
  readonly settled: string | null
  readonly lastAmount: string | null
}

/** What somebody gets in a cycle, before it is written. */
interface Computed {
  readonly enrolled: Enrolled
  readonly change: 'same' | 'new' | 'changed' | 'arrears' | 'no-standard'
  readonly lines: readonly MemberLine[]
}

/**
 * Computes one batch of a cycle's members behind an enrolment's id: who is due what, by the standard of each month. Answers the last id, or
 * undefined when there was nobody left. The same batch again writes the same.
 */
export async function computeBatch(row: Cycle, after: string, context: ModuleContext): Promise<string | undefined> {
  const programme = programmeOf(context, row.programme)
  const enrolled = await enrolledIn(row, after, context)
  const standards = standardsOf(
    context,
    programme,
    enrolled.map(({ subject }) => subject),
  )
  const computed: Computed[] = []
  for (const one of enrolled) {
    const answer = await compute(one, { row, programme, standards })
    if (answer) computed.push(answer)
  }
  await writeMembers(row, computed, context)
  return enrolled.at(-1)?.id
}

async function enrolledIn(
  { programme, month, division }: Cycle,
  after: string,
  { db }: ModuleContext,
): Promise<readonly Enrolled[]> {
  const place = division ?? ''
  const { rows } = await sql<Enrolled>`
    select e.id, e.person, e.subject, case when ${liesIn(place, 'p')} then p.division else e.division end as division,
      e.from_month as "fromMonth", e.last_month as "lastMonth", e.amount::text as amount, e.pauses,
      t.period as settled, t.amount::text as "lastAmount"
    from programmes_enrolment e join persons_person p on p.id = e.person
      left join lateral (
        select period, amount from programmes_entitlement where enrolment = e.id order by period desc limit 1
      ) t on true
    where e.programme = ${programme} and ${liesIn(place, 'e')} and e.id > ${after} and e.from_month <= ${month}
      and (e.state = 'active' or e.state = 'stopped' and e.last_month >= e.from_month
        and (t.period is null or t.period < e.last_month))
    order by e.id limit ${batchSize}`.execute(db)
  return rows
}

async function compute(
  enrolled: Enrolled,
  {
    row,
    programme,
    standards,
  }: { readonly row: Cycle; readonly programme: NamedProgramme; readonly standards: Standards },
): Promise<Computed | undefined> {
  const { fromMonth, lastMonth, settled, lastAmount } = enrolled
  const due = periodsDue(programme.cycle, { fromMonth, lastMonth, settled, pauses: enrolled.pauses ?? [] }, row.month)
  if (due.length === 0) return undefined
  const decided = enrolled.amount === null ? null : Number(enrolled.amount)
  const lines: MemberLine[] = []
  for (const one of due) {
    const standard = await standards(one.month, enrolled)
    const amount = decided ?? standard
    if (amount === null) return { enrolled, change: 'no-standard', lines: [] }
    lines.push({ ...one, standard, amount })
  }
  const change =
    settled === null
      ? 'new'
      : lines.length > 1 || (programme.cycle === 'monthly' && lines[0]?.month !== row.month)
        ? 'arrears'
        : Number(lastAmount) === lines[0]?.amount
          ? 'same'
          : 'changed'
  return { enrolled, change, lines }
}

async function writeMembers(row: Cycle, computed: readonly Computed[], context: ModuleContext): Promise<void> {
  if (computed.length === 0) return
  const ids = computed.map(({ enrolled }) => enrolled.id)
  const missing = computed.filter(({ change }) => change === 'no-standard').map(({ enrolled }) => enrolled)
  await noteMissing(row, missing, context)
  const open = new Set(
    (await context.read.many(difference, { cycle: row.id, state: 'open', enrolment: ids })).map(
      ({ enrolment }) => enrolment,
    ),
  )
  // of an earlier run, or of this one before it was interrupted
  const members = await context.read.many(member, { cycle: row.id, enrolment: ids })
  const known = new Map(members.map((one) => [one.enrolment, one]))
  const rows = computed.map(({ enrolled, change, lines }) => ({
    cycle: row.id,
    enrolment: enrolled.id,
    person: enrolled.person,
    division: enrolled.division,
    change,
    standing: open.has(enrolled.id) ? ('held' as const) : ('pays' as const),
    lines: [...lines],
    ...sumsOf(lines, row.month),
    run: row.run,
  }))
  const fresh = rows.filter(({ enrolment }) => !known.has(enrolment))
  if (fresh.length > 0) await context.write.createMany(member, fresh)
  const again = rows.flatMap((values) => {
    const one = known.get(values.enrolment)
    return one ? [{ id: one.id, version: one.version, values }] : []
  })
  if (again.length > 0) await context.write.updateMany(member, again)
}

async function noteMissing(row: Cycle, missing: readonly Enrolled[], context: ModuleContext): Promise<void> {
  if (missing.length === 0) return
  const ids = missing.map(({ id }) => id)
  const known = await context.read.many(difference, { cycle: row.id, kind: 'no-standard', enrolment: ids })
  const noted = new Set(known.map(({ enrolment }) => enrolment))
  const found = missing.flatMap(({ id, person, division }) =>
    noted.has(id) ? [] : [{ enrolment: id, person, division, kind: 'no-standard' as const }],
  )
  await addDifferences(row, found, context)
}

/** The sum of lines, and what of it is for earlier months. */
export function sumsOf(
  lines: readonly MemberLine[],
  month: string,
): { readonly amount: number; readonly arrears: number | null } {
  const sum = (some: readonly MemberLine[]) => some.reduce((total, { amount }) => total + amount, 0)
  const earlier = sum(lines.filter((line) => line.month < month))
  return { amount: sum(lines), arrears: earlier === 0 ? null : earlier }
}
