import { OpenDpfError } from '@opendpf/errors'
import type { Session } from '@opendpf/database'
import type { Actor } from '@opendpf/kit'
import type { Clock } from '@opendpf/standards'

/** The answer to a request that may be sent twice. */
export interface Answer {
  readonly status: number
  readonly body: unknown
}

/**
 * Does work once per key: a repeated request gets the first answer, one with other content is refused. The key is taken inside the
 * transaction, so that of two requests at the same moment the second waits for the first.
 */
export async function once(session: Session, request: { readonly actor: Actor; readonly key: string; readonly digest: string; readonly clock: Clock }, work: () => Promise<Answer>): Promise<Answer> {
  const { actor, key, digest, clock } = request
  const taken = await session.query({
    name: 'idempotency-take', text: 'insert into idempotency (actor, key, request, at) values ($1, $2, $3, $4) on conflict do nothing returning key', values: [actor.id, key, digest, clock.now().toISOString()],
  })
  if (taken.length === 0) {
    const [first] = await session.query<{ request: string; status: number | null; answer: unknown }>({ text: 'select request, status, answer from idempotency where actor = $1 and key = $2', values: [actor.id, key] })
    if (!first || first.request !== digest) throw new OpenDpfError('idempotency-key-reused')
    return { status: first.status ?? 200, body: first.answer }
  }
  const answer = await work()
  await session.query({ name: 'idempotency-keep', text: 'update idempotency set status = $3, answer = $4 where actor = $1 and key = $2', values: [actor.id, key, answer.status, JSON.stringify(answer.body)] })
  return answer
}
