import type { RowOf } from '@opendpf/kit'
import type { Guard, ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { addMonthsTo, programmes, stopReasons } from '../../contract/index.js'
import { programmeOf } from '../application/guards.js'
import { sumsOf } from './compute-members.js'
import { countCycle } from './count-cycle.js'

const { cycle, difference, enrolment, member } = programmes.records
type DifferenceRecord = typeof difference
type Difference = RowOf<DifferenceRecord>

/** What somebody decided about a difference is done at once: to the enrolment, to the member, and to the figures of the cycle. */
export const differenceHooks: RecordHooks<DifferenceRecord> = {
  prepare({ values, refuse }, { today }) {
    if ((values.happenedOn ?? '') > today) refuse('happenedOn', 'difference.problem.future')
  },

  async after(changes, context) {
    const decided = changes.flatMap(({ before, row }) =>
      row && before?.state === 'open' && row.state !== 'open' && row.state !== 'gone' ? [row] : [],
    )
    for (const row of decided) await carryOut(row, context)
    for (const id of new Set(decided.map((row) => row.cycle))) await countAnew(id, context)
  },
}

async function carryOut(row: Difference, context: ModuleContext): Promise<void> {
  const { read, write } = context
  const held = await read.one(enrolment, row.enrolment)
  if (!held) return
  const { id, version, state } = held
  if (row.state === 'stopped' && state !== 'stopped') {
    const values = { stopReason: row.kind, stopOn: row.happenedOn, stopNote: row.note }
    await write.transition(enrolment, { id, version, verb: 'stop', values })
  } else if (row.state === 'suspended' && state === 'active') {
    const month = (await read.one(cycle, row.cycle))?.month ?? null
    await write.transition(enrolment, {
      id,
      version,
      verb: 'suspend',
      values: { pauseFrom: month, pauseReason: row.note },
    })
  } else if (row.kind === 'check-due') {
    const { recheckMonths = 12 } = programmeOf(context, held.programme)
    const month = (await read.one(cycle, row.cycle))?.month ?? held.fromMonth
    await write.update(enrolment, { id, version, values: { checkBy: addMonthsTo(month, recheckMonths) } })
  }
  await settleMember(row, context)
}

/** What of a member is still paid after a decision: nothing of one who is suspended, months up to the last one of one who is stopped. */
async function settleMember(row: Difference, { read, write }: ModuleContext): Promise<void> {
  const [one] = await read.many(member, { cycle: row.cycle, enrolment: row.enrolment })
  const held = await read.one(enrolment, row.enrolment)
  const month = (await read.one(cycle, row.cycle))?.month
  if (!one || !held || month === undefined) return
  const isOpen = (await read.count(difference, { cycle: row.cycle, enrolment: row.enrolment, state: 'open' })) > 0
  const lines = one.lines.filter(
    (line) => held.state !== 'suspended' && (held.lastMonth === null || line.month <= held.lastMonth),
  )
  const standing = isOpen ? 'held' : lines.length === 0 ? 'out' : 'pays'
  await write.update(member, { id: one.id, version: one.version, values: { lines, standing, ...sumsOf(lines, month) } })
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
