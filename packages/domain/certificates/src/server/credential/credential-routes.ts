import { OpenDpfError } from '@opendpf/errors'
import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import * as z from 'zod'
import { certificates } from '../../contract/index.js'
import { rotateKey } from './credential-keys.js'
import { showCredential } from './show-credential.js'
import { signAgain } from './status-lists.js'

const shownFields = ['category', 'grade', 'issueDate', 'validTo', 'photo'] as const
const showing = z.strictObject({ reason: z.string().trim().min(2).max(200) })
const rotating = z.strictObject({ isCompromised: z.boolean() })

/**
 * Showing an e-certificate, which is noted in the access log like a value that is revealed, and giving the county another signing key.
 */
export function credentialRoutes(
  { router, can, body }: RouteKit,
  { hours }: { readonly hours: number },
): Hono<RouteEnv> {
  const routes = router()
  routes.post('/certificates/:id/credential', can('certificate.reveal'), body(showing), async (c) => {
    const id = c.req.param('id')
    // what is shown without a line in the log must not exist
    await c.var.reveal(certificates.records.certificate, id, { fields: shownFields, ...c.req.valid('json') })
    c.header('Cache-Control', 'no-store')
    return c.json(await c.var.transaction((context) => showCredential(id, { hours, locale: c.var.locale }, context)))
  })
  routes.post('/credential-keys/rotate', can('credential.rotate'), body(rotating), async (c) => {
    const { isCompromised } = c.req.valid('json')
    const { scope } = c.var.actor
    // whoever looks after all counties has to sign in to the one whose key it is
    if (scope.level === 'all') throw new OpenDpfError('invalid-request', { params: { what: 'county' } })
    const county = scope.code.slice(0, 6)
    await c.var.transaction(async (context) => {
      await rotateKey(county, isCompromised, context)
      await signAgain({ county }, context)
    })
    return c.json({ isCompromised })
  })
  return routes
}
