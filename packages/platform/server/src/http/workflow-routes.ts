import type { PlacedRecord } from '@opendpf/kit'
import { personSteps } from '@opendpf/kit'
import { Hono } from 'hono'
import * as z from 'zod'
import { openSteps } from '../workflow/open-steps.js'
import { readTimeline } from '../workflow/read-timeline.js'
import { mostInBulk, takeInBulk } from '../workflow/take-in-bulk.js'
import { readIdempotencyKey, readShape, refuseParams } from './bodies.js'
import type { HttpEnv } from './environment.js'
import { definedOnly, listQuery } from './list-query.js'

const bulkRequest = z
  .strictObject({
    rows: z
      .array(z.strictObject({ id: z.string().max(36), version: z.number().int().min(1) }))
      .min(1)
      .max(mostInBulk)
      .optional(),
    query: listQuery.optional(),
    values: z.record(z.string().max(60), z.unknown()).default({}),
    reason: z.string().trim().min(1).max(200).optional(),
    dryRun: z.boolean().default(false),
  })
  .refine(({ rows, query }) => (rows === undefined) !== (query === undefined), {
    path: ['rows'],
    params: { key: 'required' },
  })

/** What a record with a workflow is asked beside its steps: where a row stands, what may be done next, and one step for many rows. */
export function workflowRoutes(record: PlacedRecord): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>()
  if (!record.workflow) return routes
  routes.get('/:id/timeline', async (c) => {
    refuseParams(c)
    return c.json(await readTimeline(record, c.req.param('id'), c.var))
  })
  routes.get('/:id/steps', async (c) => {
    refuseParams(c)
    return c.json({ steps: await openSteps(record, c.req.param('id'), c.var) })
  })
  for (const [verb] of personSteps(record)) {
    routes.post(`/do/${verb}/bulk`, async (c) => {
      refuseParams(c)
      const asked = await readShape(c, bulkRequest)
      const idempotency = readIdempotencyKey(c, asked)
      const { query, rows, reason, ...request } = asked
      return c.json(
        await takeInBulk(
          record,
          {
            verb,
            wanted: rows ?? definedOnly(query ?? { filters: {} }),
            ...request,
            ...(reason === undefined ? {} : { reason }),
          },
          { ...c.var, idempotency },
        ),
      )
    })
  }
  return routes
}
