import type { Session } from '@opendpf/database'
import { OpenDpfError } from '@opendpf/errors'
import type { Actor } from '@opendpf/kit'
import type { Platform } from '../platform/platform.js'

/** The answer to a request that may be sent twice. */
export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** A caller's key, and the request it stands for as text. */
export interface IdempotencyKey {
  readonly key: string
  readonly content: string
}

const context = 'idempotency.answer'

/**
 * Does work once per key: a repeated request gets the first answer, one with other content is refused. The key is taken inside the
 * transaction, so that of two requests at the same moment the second waits for the first. The answer is kept sealed, since it shows a
 * person, and of the request only a keyed digest.
 */
export async function once(
  session: Session,
  request: {
    readonly platform: Pick<Platform, 'crypto' | 'clock'>
    readonly actor: Actor
    readonly idempotency: IdempotencyKey | undefined
  },
  work: () => Promise<Answer>,
): Promise<Answer> {
  const {
    platform: { crypto, clock },
    actor,
    idempotency,
  } = request
  if (!idempotency) return work()
  const { key } = idempotency
  const digest = crypto.digest.keyed(idempotency.content)
  const taken = await session.query({
    name: 'idempotency-take',
    text: 'insert into idempotency (actor, key, request, at) values ($1, $2, $3, $4) on conflict do nothing returning key',
    values: [actor.id, key, digest, clock.now().toISOString()],
  })
  if (taken.length === 0) {
    const [first] = await session.query<{ request: string; status: number; answer: Uint8Array }>({
      text: 'select request, status, answer from idempotency where actor = $1 and key = $2',
      values: [actor.id, key],
    })
    if (!first || first.request !== digest) throw new OpenDpfError('idempotency-key-reused')
    return { status: first.status, body: JSON.parse(crypto.open(first.answer, context)) }
  }
  const answer = await work()
  const sealed = crypto.seal(JSON.stringify(answer.body ?? null), context)
  await session.query({
    name: 'idempotency-keep',
    text: 'update idempotency set status = $3, answer = $4 where actor = $1 and key = $2',
    values: [actor.id, key, answer.status, sealed],
  })
  return answer
}
