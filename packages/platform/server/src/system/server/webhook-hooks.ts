import type { RecordHooks } from '@opendpf/kit/server'
import { refuseAddress } from '../../events/addresses.js'
import { allowedHostsOf } from '../../events/allowed-hosts.js'
import type { system } from '../contract/index.js'

const shortest = 16
/** Refuses addresses that would never be called, and secrets that could be guessed. */
export const webhookHooks: RecordHooks<(typeof system)['records']['webhook']> = {
  prepare(draft, { registry }) {
    const { url, secret, division } = draft.values
    const refusal = refuseAddress(url, allowedHostsOf(registry))
    if (refusal !== undefined) draft.refuse('url', `webhook.problem.${refusal}`)
    if (secret.length < shortest) draft.refuse('secret', 'webhook.problem.secret')
    // events say which county they happened in, and no more
    if (!division.endsWith('000000')) draft.warn('division', 'webhook.problem.division')
  },
}
