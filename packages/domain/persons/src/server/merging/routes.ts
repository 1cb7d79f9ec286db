import { OpenDpfError } from '@opendpf/errors'
import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import * as z from 'zod'
import { persons } from '../../contract/index.js'
import { refuserOf } from '../refusal.js'
import { mergeBody, mergePersons } from './merge.js'
import { undoMerge } from './undo.js'

const decideBody = z.strictObject({ decision: z.enum(['not-duplicate', 'open']) })

/** Deciding on a likely duplicate, merging two entries, and taking a merge back. */
export function mergeRoutes(app: Hono<RouteEnv>, { can, body }: RouteKit): Hono<RouteEnv> {
  app.post('/duplicates/:id/decide', can('duplicate.decide'), body(decideBody), async (c) => {
    const { decision } = c.req.valid('json')
    const answer = await c.var.transaction(async ({ read, write }) => {
      const { duplicate } = persons.records
      const pair = await read.one(duplicate, c.req.param('id'))
      if (!pair) throw new OpenDpfError('not-found')
      if (pair.state === 'merged')
        throw new OpenDpfError('wrong-state', {
          params: { step: c.var.registry.text('persons', c.var.locale, 'duplicate.state') },
        })
      const { id, version, state } = await write.update(duplicate, {
        id: pair.id,
        version: pair.version,
        values: { state: decision },
      })
      return { id, version, state }
    })
    return c.json(answer)
  })
  app.post('/merges', can('person.merge'), body(mergeBody), async (c) => {
    const { registry, locale } = c.var
    const id = await c.var.transaction((context) =>
      mergePersons(c.req.valid('json'), context, refuserOf(registry, locale)),
    )
    return c.json({ id }, 201)
  })
  app.post('/merges/:id/undo', can('person.merge'), async (c) => {
    const { registry, locale } = c.var
    const titleOf = (ref: string): string => {
      const { module, name } = registry.record(ref)
      return registry.text(module, locale, name)
    }
    await c.var.transaction((context) => undoMerge(c.req.param('id'), context, refuserOf(registry, locale), titleOf))
    return c.json({ id: c.req.param('id') })
  })
  return app
}
