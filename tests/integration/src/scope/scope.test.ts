import { type Actor, isWithinScope, placeOf, scopeOfDivision } from '@opendpf/kit'
import { dryRun, type Platform } from '@opendpf/server'
import { places } from '@opendpf/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operationArbitrary } from './operations.js'
import { bothWalls, databaseAlone, noWalls, readPathAlone, type View } from './views.js'
import { makeWorld, type World } from './world.js'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.stop())

const posts = [
  'all',
  places.county,
  places.neighbour,
  places.town,
  places.otherTown,
  '990122100000',
  places.village,
  places.otherVillage,
  places.streetVillage,
  places.neighbourVillage,
] as const
const actorAt = (at: string): Actor => world.server.actor({ id: `at-${at}`, at })

/** Random people take random looks; each look shows nothing of elsewhere. */
const holds = (open: (platform: Platform, actor: Actor) => View) =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...posts),
      fc.array(operationArbitrary(world), { minLength: 1, maxLength: 4 }),
      async (at, operations) => {
        const actor = actorAt(at)
        const view = open(world.server.platform, actor)
        for (const operation of operations)
          expect(await operation.run(view, actor.scope), `${operation.name} at ${at}`).toEqual([])
      },
    ),
    { numRuns: 120 },
  )

describe('nobody is shown a row outside his territory', () => {
  it('by the read path and row security together', { timeout: 300_000 }, () => holds(bothWalls))
  it('by row security alone, were the read path to forget', { timeout: 300_000 }, () => holds(databaseAlone))
  it('by the read path alone, were row security off', { timeout: 300_000 }, () => holds(readPathAlone))

  it('and with neither they are, which shows that the looks look', { timeout: 300_000 }, () =>
    expect(holds(noWalls)).rejects.toThrow('Property failed'),
  )

  it('and each is shown all that lies inside, which shows that the test sees something', async () => {
    for (const at of posts) {
      const actor = actorAt(at)
      for (const open of [bothWalls, databaseAlone, readPathAlone]) {
        const { reader } = open(world.server.platform, actor)
        for (const record of world.records) {
          const own = world.versions.filter(
            ({ ref, to, division }) =>
              ref === record.ref && to === null && isWithinScope(actor.scope, placeOf(division)),
          )
          expect((await reader.many(record, {})).length, `${record.ref} at ${at} by ${open.name}`).toBe(own.length)
        }
      }
    }
    expect(new Set(world.versions.map(({ division }) => division)).size).toBeGreaterThan(4)
  })

  it('not even by a query that a module writes itself', async () => {
    for (const at of posts.slice(1)) {
      const scope = scopeOfDivision(at)
      for (const { table } of world.records) {
        for (const name of [table, `${table}_history`]) {
          const rows = await dryRun(world.server.platform, { actor: actorAt(at), locale: 'zh-CN' }, ({ context }) =>
            context.db.selectFrom(name).select(['id', 'division']).execute(),
          )
          expect(
            rows.filter(({ division }) => !isWithinScope(scope, placeOf(division))),
            `${name} at ${at}`,
          ).toEqual([])
        }
      }
    }
  })
})
