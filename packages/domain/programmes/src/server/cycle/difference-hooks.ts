import type { RowOf } from '@opendpf/kit'
import type { Guard, ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { addMonthsTo, programmes, stopReasons } from '../../contract/index.js'
import { programmeOf } from '../application/guards.js'
import { sumsOf } from './compute-members.js'
import { countCycle } from './count-cycle.js'

const { cycle, difference, enrolment, member } = programmes.records
type DifferenceRecord = typeof difference
type Difference = RowOf<DifferenceRecord>
type Enrolment = RowOf<typeof enrolment>
type Member = RowOf<typeof member>
type Cycle = RowOf<typeof cycle>
type StopReason = NonNullable<Enrolment['stopReason']>

/** What somebody decided about a difference is done at once: to the enrolment, to the member, and to the figures of the cycle. */
export const differenceHooks: RecordHooks<DifferenceRecord> = {
  prepare({ values, refuse }, { today }) {
    if ((values.happenedOn ?? '') > today) refuse('happenedOn', 'difference.problem.future')
  },

  async after(changes, context) {
    const decided = changes.flatMap(({ before, row }) =>
      row && before?.state === 'open' && row.state !== 'open' && row.state !== 'gone' ? [row] : [],
    )
    for (const [id, rows] of Map.groupBy(decided, (row) => row.cycle)) {
      await carryOut(id, rows, context)
      await countAnew(id, context)
    }
  },
}

/** Does what was decided about differences of a cycle, many at once: to the enrolments, then to their members. */
async function carryOut(id: string, decided: readonly Difference[], context: ModuleContext): Promise<void> {
  const month = (await context.read.one(cycle, id))?.month
  if (month === undefined) return
  const { read, write } = context
  const enrolmentsOf = async (rows: readonly Difference[]) => {
    const held = await read.many(enrolment, { id: rows.map((row) => row.enrolment) })
    const about = new Map(rows.map((row) => [row.enrolment, row]))
    return held.flatMap((one) => {
      const row = about.get(one.id)
      return row ? [{ held: one, row }] : []
    })
  }
  const stops = (await enrolmentsOf(decided.filter(({ state }) => state === 'stopped'))).flatMap(({ held, row }) =>
    held.state === 'stopped'
      ? []
      : [stepOf(held, { stopReason: row.kind as StopReason, stopOn: row.happenedOn, stopNote: row.note })],
  )
  if (stops.length > 0) await write.transitionMany(enrolment, 'stop', stops)
  const pauses = (await enrolmentsOf(decided.filter(({ state }) => state === 'suspended'))).flatMap(({ held, row }) =>
    held.state === 'active' ? [stepOf(held, { pauseFrom: month, pauseReason: row.note })] : [],
  )
  if (pauses.length > 0) await write.transitionMany(enrolment, 'suspend', pauses)
  const seen = await enrolmentsOf(decided.filter(({ state, kind }) => state === 'kept' && kind === 'check-due'))
  const checked = seen.map(({ held }) => {
    const { recheckMonths = 12 } = programmeOf(context, held.programme)
    return stepOf(held, { checkBy: addMonthsTo(month, recheckMonths) })
  })
  if (checked.length > 0) await write.updateMany(enrolment, checked)
  await settleMembers({ id, month }, [...new Set(decided.map((row) => row.enrolment))], context)
}

const stepOf = <Values>({ id, version }: Pick<Enrolment, 'id' | 'version'>, values: Values) => ({ id, version, values })

/** What of members is still paid after a decision: nothing of one who is suspended, months up to the last one of one who is stopped. */
async function settleMembers(
  { id, month }: Pick<Cycle, 'id' | 'month'>,
  enrolments: readonly string[],
  { read, write }: ModuleContext,
): Promise<void> {
  const held = new Map((await read.many(enrolment, { id: enrolments })).map((row) => [row.id, row]))
  const open = await read.many(difference, { cycle: id, enrolment: enrolments, state: 'open' })
  const isOpen = new Set(open.map((row) => row.enrolment))
  const members = await read.many(member, { cycle: id, enrolment: enrolments })
  const settled = members.flatMap((one) => {
    const of = held.get(one.enrolment)
    if (!of) return []
    const lines = one.lines.filter(
      (line) => of.state !== 'suspended' && (of.lastMonth === null || line.month <= of.lastMonth),
    )
    const standing: Member['standing'] = isOpen.has(one.enrolment) ? 'held' : lines.length === 0 ? 'out' : 'pays'
    return [{ id: one.id, version: one.version, values: { lines, standing, ...sumsOf(lines, month) } }]
  })
  if (settled.length > 0) await write.updateMany(member, settled)
}

async function countAnew(id: string, context: ModuleContext): Promise<void> {
  const row = await context.read.one(cycle, id)
  if (row) await context.write.update(cycle, { id, version: row.version, values: await countCycle(context, id) })
}

const reasons: ReadonlySet<string> = new Set(stopReasons)

export const differenceGuards = {
  'difference.mayChange': async ({ read }, row) => {
    const of = await read.one(cycle, row.cycle)
    return of?.state === 'computed' ? true : {}
  },
  'difference.isReason': (_, { kind }) => (reasons.has(kind) ? true : {}),
} satisfies Readonly<Record<string, Guard<DifferenceRecord>>>
