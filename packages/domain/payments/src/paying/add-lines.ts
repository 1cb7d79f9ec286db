import { OpenDpfError } from '@opendpf/errors'
import { funds } from '@opendpf/funds'
import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { sql } from 'kysely'
import { isMonth, type LineKind, payments } from '../contract/index.js'
import { accountsOf } from './accounts.js'
import { chunksOf } from './chunks.js'
import { countBatches } from './count-batches.js'
import { type Deduction, deductionsFor, planDeductions, sumOf } from './deductions.js'
import { defaultTemplate } from './default-template.js'
import { titleOfProgramme } from './programme-title.js'
import { refuserOf } from './refuser.js'

const { batch, line } = payments.records
const { person } = persons.records

interface Payment {
  /** Id of who is paid. */
  readonly person: string
  /**
   * What it is granted for where that is not the person: the id of a household, the number of a vehicle or of a student, made unique by whoever
   * grants. At most 80 characters.
   */
  readonly beneficiary?: string | null
  /** What the programme grants, in fen, above nothing. */
  readonly amount: number
  /** Id of the enrolment that it rests on. */
  readonly enrolment: string | null
  /** What the line says of itself: 困难残疾人生活补贴，二级. */
  readonly reason: string
}

/**
 * One line. That of the batch's own month is regular; one for an earlier month is arrears (补发) and says for which, because no beneficiary is
 * paid twice for one month.
 */
export type LineToPay = Payment & ({ readonly kind: 'regular' } | { readonly kind: 'arrears'; readonly month: string })

/** What a programme wants paid. */
export interface LinesToPay {
  /** `<module>.<name>` of the declared programme. */
  readonly programme: string
  /** The month that is paid, `YYYY-MM`. */
  readonly month: string
  /** Id of the cycle. Lines of a cycle that come in several calls stand in one batch, as long as nobody has checked it. */
  readonly cycle: string
  /** Id of the budget line that pays. */
  readonly budgetLine: string
  /** At most so many beneficiaries in a month, over all batches of the programme that the budget line pays. */
  readonly quota?: number
  /** By when it should be paid. Default: the 10th of the month. */
  readonly dueOn?: string
  /** All of them, or as they are read, some thousand at a time: then no more than those are in memory. */
  readonly lines: readonly LineToPay[] | AsyncIterable<readonly LineToPay[]>
}

/** What became of it. */
export interface Added {
  /** Id of the batch. */
  readonly batch: string
  /** Lines and fen that this call added, deductions taken off. */
  readonly lines: number
  readonly amount: number
}

/**
 * Puts what a programme grants into a payment batch, set-wise: 40,000 lines in a few statements each 5,000. In the caller's transaction; with
 * one line that is refused none is added. Whoever calls it prepares the batch: others review and approve it.
 *
 * @throws OpenDpfError `invalid-input` for a beneficiary that has a line of this programme and month already, or a person whom the caller cannot see
 */
export async function addLines(context: ModuleContext, { lines, ...asked }: LinesToPay): Promise<Added> {
  const refuse = refuserOf(context)
  if (!isMonth(asked.month)) refuse('month', 'batch.problem.month', { month: asked.month })
  const into = await openBatch(asked, context)
  const keptBack = await bearersIn(into.id, context)
  let position = await lastPosition(into.id, context)
  let [added, amount] = [0, 0]
  for await (const chunk of inChunks(lines)) {
    for (const one of chunk)
      if (one.kind === 'arrears' && !isMonth(one.month)) refuse('month', 'batch.problem.month', { month: one.month })
    const deductions = await deductionsFor(
      chunk.filter((one) => !keptBack.has(one.person)),
      into.programme,
      context,
    )
    const rows = await rowsOf(chunk, { into, position, deductions, keptBack }, context)
    await planDeductions(await context.write.createMany(line, rows), deductions, context)
    position += rows.length
    added += rows.length
    amount += rows.reduce((sum, row) => sum + row.net, 0)
  }
  if (added === 0) refuse('lines', 'batch.problem.empty')
  await countBatches([into.id], context)
  return { batch: into.id, lines: added, amount }
}

/** Lines as they come, in pieces that a few statements can take. */
async function* inChunks(lines: LinesToPay['lines']): AsyncGenerator<readonly LineToPay[]> {
  if (!(Symbol.asyncIterator in lines)) yield* chunksOf(lines)
  else for await (const some of lines) yield* chunksOf(some)
}

/** The batch of the cycle that is still prepared, kept from everybody else; a new one if there is none. */
async function openBatch(asked: Omit<LinesToPay, 'lines'>, context: ModuleContext): Promise<RowOf<typeof batch>> {
  const { programme, month, cycle, budgetLine, quota = null, dueOn = `${month}-10` } = asked
  const { db, read, write, registry } = context
  const money = await read.one(funds.records.budgetLine, budgetLine)
  if (!money) throw new OpenDpfError('not-found', { params: { what: budgetLine } })
  // two calls for one cycle take turns: both would open a batch
  await sql`select id from funds_budget_line where id = ${budgetLine} for update`.execute(db)
  const [open] = await read.many(batch, { cycle, programme, month, budgetLine, state: 'draft' }, { limit: 1 })
  if (open) return open
  return write.create(batch, {
    title: `${titleOfProgramme(registry, programme, 'zh-CN')} ${month}`,
    programme,
    month,
    cycle,
    budgetLine,
    quota,
    dueOn,
    template: await defaultTemplate(money.division ?? '', context),
    lines: 0,
    amount: 0,
    paid: 0,
    returned: 0,
    problems: 0,
  })
}

async function lastPosition(id: string, { db }: ModuleContext): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(position), 0)::int as last from payments_line where batch = ${id}`.execute(db)
  return rows[0]?.last ?? 0
}

/** Persons of whose lines in a batch something is kept back already, by an earlier call. */
async function bearersIn(id: string, { db }: ModuleContext): Promise<Set<string>> {
  const { rows } = await sql<{ person: string }>`
    select distinct person from payments_line where batch = ${id} and deduction > 0 and state = 'pending'`.execute(db)
  return new Set(rows.map(({ person }) => person))
}

interface Place {
  readonly into: RowOf<typeof batch>
  /** Lines that stand before these. */
  readonly position: number
  readonly deductions: ReadonlyMap<string, readonly Deduction[]>
  /** Persons of whom an instalment is kept back already: of several lines of a month only the first bears it. */
  readonly keptBack: Set<string>
}

async function rowsOf(chunk: readonly LineToPay[], place: Place, context: ModuleContext) {
  const { into, position, deductions, keptBack } = place
  const refuse = refuserOf(context)
  const ids = [...new Set(chunk.map((one) => one.person))]
  const people = new Map(
    (await context.read.many(person, { id: ids }, { limit: ids.length + 1 })).map((row) => [row.id, row]),
  )
  const accounts = await accountsOf([...people.values()], context)
  await refuseTwice(chunk, { into, people }, context)
  return chunk.map((one, index) => {
    const payee = people.get(one.person) ?? refuse(`lines.${position + index}.person`, 'line.problem.unknown')
    const { programme, month } = into
    const deduction = one.kind === 'regular' && !keptBack.has(payee.id) ? sumOf(deductions.get(payee.id)) : 0
    if (deduction > 0) keptBack.add(payee.id)
    return {
      batch: into.id,
      position: position + index + 1,
      person: payee.id,
      payee: payee.id,
      beneficiary: one.beneficiary ?? null,
      programme,
      month: one.kind === 'arrears' ? one.month : month,
      kind: one.kind satisfies LineKind,
      enrolment: one.enrolment,
      reason: one.reason,
      amount: one.amount,
      deduction,
      net: one.amount - deduction,
      // of somebody who lives in another county by now the money is this county's all the same
      division: payee.county === into.county ? payee.division : into.division,
      ...(accounts.get(payee.id) ?? {}),
    }
  })
}

/** No beneficiary gets two lines of one programme and month, not in one call nor in two. */
async function refuseTwice(
  chunk: readonly LineToPay[],
  { into, people }: { readonly into: RowOf<typeof batch>; readonly people: ReadonlyMap<string, RowOf<typeof person>> },
  context: ModuleContext,
): Promise<void> {
  const refuse = refuserOf(context)
  const asked = chunk.map(({ person: who, beneficiary = null, ...one }) => ({
    person: who,
    beneficiary,
    month: one.kind === 'arrears' ? one.month : into.month,
  }))
  const seen = new Set<string>()
  const say = (who: string, month: string): never =>
    refuse('lines', 'line.problem.twice', { name: people.get(who)?.name ?? '', month })
  for (const { person: who, beneficiary, month } of asked) {
    const key = `${month} ${beneficiary ?? who}`
    if (seen.has(key)) say(who, month)
    seen.add(key)
  }
  // of two entries that were merged both payments were the same person's
  const { rows } = await sql<{ person: string; month: string }>`
    select n.person, n.month from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as n (person text, beneficiary text, month text)
    where exists (
      select from payments_line l where l.programme = ${into.programme} and l.month = n.month
        and coalesce(l.beneficiary, l.payee) = coalesce(n.beneficiary, n.person) and l.state not in ('replaced', 'dropped')
    ) or n.beneficiary is null and exists (
      select from payments_line l where l.programme = ${into.programme} and l.month = n.month and l.person = n.person
        and l.beneficiary is null and l.state not in ('replaced', 'dropped')
    ) limit 1`.execute(context.db)
  const [taken] = rows
  if (taken) say(taken.person, taken.month)
}
