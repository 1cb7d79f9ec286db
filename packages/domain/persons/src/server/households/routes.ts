import { OpenDpfError } from '@opendpf/errors'
import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Context, Hono } from 'hono'
import { refuserOf } from '../refusal.js'
import { type Arranging, type HouseholdRow, householdAt } from './arrange.js'
import {
  changeHeadBody,
  mergeBody,
  mergeHouseholds,
  moveMember,
  moveMemberBody,
  replaceHead,
  split,
  splitBody,
} from './operations.js'

/**
 * 分户, 并户, 迁移成员 and 变更户主, each one transaction. They take the household's version in `If-Match` and answer the household
 * that came of it.
 */
export function householdRoutes(app: Hono<RouteEnv>, { can, body }: RouteKit): Hono<RouteEnv> {
  const arrange = can('household.arrange')
  return app
    .post('/households/:id/split', arrange, body(splitBody), (c) =>
      run(c, (row, arranging) => split(row, c.req.valid('json'), arranging)),
    )
    .post('/households/:id/merge', arrange, body(mergeBody), (c) =>
      run(c, (row, arranging) => mergeHouseholds(row, c.req.valid('json'), arranging)),
    )
    .post('/households/:id/move-member', arrange, body(moveMemberBody), (c) =>
      run(c, (row, arranging) => moveMember(row, c.req.valid('json'), arranging)),
    )
    .post('/households/:id/change-head', arrange, body(changeHeadBody), (c) =>
      run(c, (row, arranging) => replaceHead(row, c.req.valid('json'), arranging)),
    ) as unknown as Hono<RouteEnv>
}

async function run(
  c: Context<RouteEnv>,
  work: (row: HouseholdRow, arranging: Arranging) => Promise<string>,
): Promise<Response> {
  const version = versionOf(c)
  const id = c.req.param('id') ?? ''
  const refuse = refuserOf(c.var.registry, c.var.locale)
  const household = await c.var.transaction(async (context) => {
    const arranging = { context, refuse }
    return { id: await work(await householdAt(id, version, arranging), arranging) }
  })
  return c.json(household)
}

/** The version that the caller saw: an arrangement made from an old picture would undo another's. */
function versionOf(c: Context<RouteEnv>): number {
  const header = c.req.header('if-match')
  if (header === undefined) throw new OpenDpfError('version-required')
  const [, version] = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim()) ?? []
  if (version === undefined) throw new OpenDpfError('invalid-request', { params: { what: 'If-Match' } })
  return Number(version)
}
