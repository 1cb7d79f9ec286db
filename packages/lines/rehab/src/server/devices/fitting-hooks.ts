import { type Draft, type Guard, keepDaysInOrder, type ModuleContext, type RecordHooks } from '@opendpf/kit/server'
import { addMonths } from '@opendpf/standards'
import { sql } from 'kysely'
import { type fittingMovements, rehab } from '../../contract/index.js'
import { meetNeeds, refuseUnneeded } from '../shared/answer-needs.js'
import { shareCost } from '../shared/share-cost.js'

const { device, stock, movement, fitting, repair } = rehab.records
type FittingDraft = Draft<typeof fitting>

/** Devices are offered for a time. */
export const deviceHooks: RecordHooks<typeof device> = {
  prepare({ values, refuse }) {
    if (values.offeredUntil !== null && values.offeredUntil < values.offeredFrom)
      refuse('offeredUntil', 'device.problem.order')
  },
}

/** A device answers a need, is issued out of a stock of it, and comes back into the same. */
export const fittingHooks: RecordHooks<typeof fitting> = {
  prepare(draft, { today }) {
    keepDaysInOrder(draft, ['appliedOn', 'assessedOn', 'issuedOn', 'returnedOn'], { record: 'fitting', today })
    shareCost(draft, 'fitting')
    const { values, verb, refuse } = draft
    if (
      verb === 'issue' &&
      values.manner === 'loan' &&
      !(values.dueBackOn && values.dueBackOn > (values.issuedOn ?? ''))
    )
      refuse('dueBackOn', 'fitting.problem.dueBack')
  },
  async check(drafts, context) {
    await refuseUnneeded(drafts, ({ values }) => ({ person: values.person, on: values.appliedOn }), 'fitting', context)
    const issued = drafts.filter(({ verb }) => verb === 'issue')
    if (issued.length === 0) return
    await refuseOtherStock(issued, context)
    await noteHouseholds(issued, context)
  },
  async after(changes, context) {
    const rows = changes.flatMap(({ before, row }) => (row && before && before.state !== row.state ? [row] : []))
    await context.write.createMany(movement, rows.flatMap(movementsOf))
    await meetNeeds(
      rows.flatMap(({ state, need, issuedOn }) => (state === 'issued' && issuedOn ? [{ need, on: issuedOn }] : [])),
      context,
    )
  },
}

/** What a step does to the store. Scrap does not go back on the shelf. */
function movementsOf(row: {
  readonly id: string
  readonly state: string
  readonly manner: string
  readonly stock: string | null
  readonly quantity: number
  readonly issuedOn: string | null
  readonly returnedOn: string | null
  readonly returnCondition: string | null
}) {
  const { id, state, manner, quantity, returnCondition } = row
  const moved = (kind: (typeof fittingMovements)[number], movedOn: string | null) => [
    { stock: row.stock, kind, quantity, movedOn, fitting: id },
  ]
  if (state === 'issued') return moved(manner === 'loan' ? 'loan' : 'issue', row.issuedOn)
  if (state !== 'returned' || returnCondition === 'scrap') return []
  return moved(manner === 'loan' ? 'return' : 'recycling', row.returnedOn)
}

async function refuseOtherStock(issued: readonly FittingDraft[], { read }: ModuleContext): Promise<void> {
  const ids = [...new Set(issued.flatMap(({ values }) => values.stock ?? []))]
  const devices = new Map((await read.many(stock, { id: ids })).map((row) => [row.id, row.device]))
  for (const { values, refuse } of issued)
    if (values.stock !== null && devices.get(values.stock) !== values.device)
      refuse('stock', 'fitting.problem.otherDevice')
}

/** Keeps the household that each person is of on the day of the issue. */
async function noteHouseholds(issued: readonly FittingDraft[], { db }: ModuleContext): Promise<void> {
  const people = issued.map(({ values }) => values.person)
  const { rows } = await sql<{ person: string; household: string; since: string; until: string | null }>`
    select person, household, since::text as since, until::text as until from persons_member
    where person = any(${people}::text[]) order by since`.execute(db)
  const byPerson = Map.groupBy(rows, ({ person }) => person)
  for (const { values } of issued) {
    const on = values.issuedOn ?? ''
    const of = (byPerson.get(values.person) ?? []).filter(
      ({ since, until }) => since <= on && (until === null || until >= on),
    )
    values.household = of.at(-1)?.household ?? null
  }
}

/** Repairs have days in order, and a cost. */
export const repairHooks: RecordHooks<typeof repair> = {
  prepare(draft, { today }) {
    keepDaysInOrder(draft, ['reportedOn', 'repairedOn'], { record: 'repair', today })
    shareCost(draft, 'repair')
  },
}

const inStock: Guard<typeof fitting> = async ({ read }, { stock: from, quantity }) => {
  const onHand = from === null ? 0 : ((await read.one(stock, from))?.onHand ?? 0)
  return onHand >= quantity ? true : { onHand, quantity }
}

/** The same kind is not issued to somebody again within the useful life of what he has. */
const lifeOver: Guard<typeof fitting> = async ({ db }, { id, person, device: wanted, issuedOn }) => {
  const { rows } = await sql<{ readonly issuedOn: string; readonly months: number }>`
    select t.issued_on::text as "issuedOn", d.useful_life_months as months
    from rehab_fitting t join rehab_device d on d.id = t.device join rehab_device w on w.id = ${wanted} and w.kind = d.kind
    where t.person = ${person} and t.id <> ${id} and t.state = 'issued'`.execute(db)
  const from = rows
    .map((had) => addMonths(had.issuedOn, had.months))
    .toSorted()
    .at(-1)
  return from === undefined || (issuedOn ?? '') >= from ? true : { from }
}

/** What must hold before steps of fittings. */
export const deviceGuards = {
  'fitting.inStock': inStock,
  'fitting.lifeOver': lifeOver,
} as const
