import { OpenDpfError } from '@opendpf/errors'
import { negotiateLocale } from '@opendpf/messages'
import { Hono } from 'hono'
import type { MeAnswer } from '../../contract/index.js'
import type { Session } from '../authenticator/sessions.js'

export interface MeOptions {
  readonly authenticate: (headers: Headers) => Promise<Session | undefined>
  readonly divisionName: (code: string) => string | Promise<string>
}

/** `GET /me`: who is signed in, what he may do and where. */
export function meRoute({ authenticate, divisionName }: MeOptions): Hono {
  return new Hono().get('/', async (c) => {
    const session = await authenticate(c.req.raw.headers)
    if (!session) throw new OpenDpfError('not-signed-in')
    const { actor, account, state } = session
    const isEnglish = negotiateLocale(c.req.header('accept-language')) === 'en'
    const answer: MeAnswer = {
      id: actor.id,
      name: actor.name,
      username: account.username,
      roles: account.roles.map(({ id, title, titleEn }) => ({ id, title: isEnglish ? (titleEn ?? title) : title })),
      scope: actor.scope,
      division: account.division,
      divisionName: await divisionName(account.division),
      permissions: [...actor.permissions].sort(),
      state,
      hasSecondFactor: account.hasSecondFactor,
    }
    c.header('cache-control', 'no-store')
    return c.json(answer)
  })
}
