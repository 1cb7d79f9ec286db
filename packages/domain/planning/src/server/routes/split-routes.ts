import { OpenDpfError } from '@opendpf/errors'
import type { ModuleContext, RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import * as z from 'zod'
import { amountSchema, planning, type Target, targetSchema } from '../../contract/index.js'

const { item, split } = planning.records

const sharesSchema = z.strictObject({
  shares: z.array(z.strictObject({ division: z.string().regex(/^\d{12}$/), value: amountSchema })).max(1000),
})

/** All shares of an item at once: `POST /planning/items/{id}/shares`. What is not among them is taken away. */
export function splitRoutes(kit: RouteKit): Hono<RouteEnv> {
  const routes = kit.router()
  routes.post(
    '/items/:id/shares',
    kit.can('split.create'),
    kit.can('split.update'),
    kit.can('split.remove'),
    kit.body(sharesSchema),
    async (c) => {
      const { shares } = c.req.valid('json')
      const count = await c.var.transaction((context) => settleShares(context, c.req.param('id'), shares))
      return c.json({ shares: count })
    },
  )
  return routes
}

async function settleShares(
  { read, write }: ModuleContext,
  id: string,
  shares: readonly { readonly division: string; readonly value: number }[],
): Promise<number> {
  const of = await read.one(item, id)
  if (!of) throw new OpenDpfError('not-found')
  const known = new Map((await read.many(split, { item: id })).map((row) => [row.division, row]))
  const wanted = new Set(shares.map(({ division }) => division))
  const gone = [...known.values()].filter(({ division }) => !wanted.has(division ?? ''))
  if (gone.length > 0)
    await write.removeMany(
      split,
      gone.map((row) => ({ id: row.id, version: row.version })),
    )
  await write.updateMany(
    split,
    shares.flatMap(({ division, value }) => {
      const row = known.get(division)
      return row ? [{ id: row.id, version: row.version, values: { target: shareOf(of.target, value) } }] : []
    }),
  )
  await write.createMany(
    split,
    shares.flatMap(({ division, value }) =>
      known.has(division) ? [] : [{ item: id, division, target: shareOf(of.target, value) }],
    ),
  )
  return shares.length
}

/** A share is promised as its item is; what has no number of its own is shared as a minimum. */
function shareOf(target: Target, value: number): Target {
  const alike = targetSchema.safeParse({ kind: target.kind, value })
  return alike.success ? alike.data : { kind: 'at-least', value }
}
