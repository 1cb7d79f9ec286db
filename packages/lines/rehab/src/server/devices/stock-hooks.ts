import type { Draft, ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { fittingMovements, incoming, rehab } from '../../contract/index.js'

const { device, store, stock, movement } = rehab.records
type MovementDraft = Draft<typeof movement>

const isIncoming = (kind: string): boolean => (incoming as readonly string[]).includes(kind)
const isOfFitting = (kind: string): boolean => (fittingMovements as readonly string[]).includes(kind)

/** What a movement does to the stock. */
function changeOf({ kind, quantity }: { readonly kind: string; readonly quantity: number }): number {
  return isIncoming(kind) ? quantity : -quantity
}

/** A stock that is opened is empty; a store has one of each device. */
export const stockHooks: RecordHooks<typeof stock> = {
  prepare({ values }) {
    values.onHand ??= 0
    values.title ??= ''
  },
  async check(drafts, { read }) {
    const made = drafts.filter(({ action }) => action === 'create')
    const stores = [...new Set(made.map(({ values }) => values.store))]
    if (stores.length === 0) return
    const key = ({ store, device }: { readonly store: string; readonly device: string }) => `${store} ${device}`
    const known = new Set((await read.many(stock, { store: stores }, { limit: 10_000 })).map(key))
    const [places, devices] = await Promise.all([
      read.many(store, { id: stores }),
      read.many(device, { id: [...new Set(made.map(({ values }) => values.device))] }),
    ])
    const titles = new Map([...places, ...devices].map(({ id, title }) => [id, title]))
    for (const { values, refuse } of made) {
      if (known.has(key(values))) refuse('device', 'stock.problem.twice')
      known.add(key(values))
      values.title = `${titles.get(values.store)} ${titles.get(values.device)}`
    }
  },
}

/**
 * What lies in a store is what its movements add up to, and never less than nothing. Whoever moves something locks the stock, so that two desks
 * do not issue the last one twice.
 */
export const movementHooks: RecordHooks<typeof movement> = {
  prepare({ values, refuse }, { today }) {
    if (values.movedOn > today) refuse('movedOn', 'movement.problem.future')
    if (isOfFitting(values.kind) && values.fitting === null) refuse('kind', 'movement.problem.byFitting')
    if (values.kind === 'write-off' && values.reason === null) refuse('reason', 'movement.problem.reason')
  },
  async check(drafts, context) {
    refuseShort(
      drafts.filter(({ action }) => action === 'create'),
      await lockStocks(drafts, context),
    )
  },
  async after(changes, { read, write }) {
    const made = changes.flatMap(({ before, row }) => (row && !before ? [row] : []))
    const sums = new Map<string, number>()
    for (const row of made) sums.set(row.stock, (sums.get(row.stock) ?? 0) + changeOf(row))
    if (sums.size === 0) return
    const stocks = await read.many(stock, { id: [...sums.keys()] }, { limit: sums.size })
    await write.updateMany(
      stock,
      stocks.map(({ id, version, onHand }) => ({ id, version, values: { onHand: onHand + (sums.get(id) ?? 0) } })),
    )
  },
}

/** How many there are of each stock, kept from everybody else until this transaction has ended. */
async function lockStocks(drafts: readonly MovementDraft[], { db }: ModuleContext): Promise<Map<string, number>> {
  const ids = [...new Set(drafts.map(({ values }) => values.stock))]
  if (ids.length === 0) return new Map()
  // in one order, so that nobody waits crosswise
  const { rows } = await sql<{ readonly id: string; readonly onHand: number }>`
    select id, on_hand as "onHand" from rehab_stock where id = any(${ids}::text[]) order by id for update`.execute(db)
  return new Map(rows.map(({ id, onHand }) => [id, onHand]))
}

/** Takes movements in their order; one that asks for more than is there then is refused. */
function refuseShort(made: readonly MovementDraft[], onHand: Map<string, number>): void {
  for (const { values, refuse } of made) {
    const before = onHand.get(values.stock) ?? 0
    const after = before + changeOf(values)
    if (after < 0) refuse('quantity', 'movement.problem.short', { onHand: before })
    else onHand.set(values.stock, after)
  }
}
