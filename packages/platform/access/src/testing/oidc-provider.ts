import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

/** Who the provider says is there; a test sets it before the browser comes. */
export interface ProviderUser {
  readonly sub: string
  readonly preferred_username: string
}

/** A tiny OpenID provider: authorization code flow with PKCE, one client, no page. */
export interface OidcProvider {
  readonly discoveryUrl: string
  readonly clientId: string
  readonly clientSecret: string
  user: ProviderUser
  /** What it does wrong: signs with a key it does not publish, or for another sign-in. */
  fault: 'none' | 'signature' | 'nonce'
  close(): Promise<void>
}

interface Pending {
  readonly nonce: string
  readonly challenge: string
  readonly redirectUri: string
}

const clientId = 'opendpf'
const clientSecret = 'a secret between two tests'

/** Starts the provider on the loopback address. */
export async function startOidcProvider(): Promise<OidcProvider> {
  const published = await generateKeyPair('RS256')
  const hidden = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(published.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }
  const pending = new Map<string, Pending>()
  let issuer = ''

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', issuer)
    const json = (body: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (url.pathname === '/.well-known/openid-configuration') {
      return json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      })
    }
    if (url.pathname === '/keys') return json({ keys: [jwk] })
    if (url.pathname === '/authorize') {
      const ask = (name: string): string => url.searchParams.get(name) ?? ''
      const code = crypto.randomUUID()
      pending.set(code, { nonce: ask('nonce'), challenge: ask('code_challenge'), redirectUri: ask('redirect_uri') })
      const back = new URL(ask('redirect_uri'))
      back.searchParams.set('code', code)
      back.searchParams.set('state', ask('state'))
      return response.writeHead(302, { location: back.href }).end()
    }
    const form = new URLSearchParams(await bodyOf(request))
    const asked = pending.get(form.get('code') ?? '')
    pending.delete(form.get('code') ?? '')
    const isClient =
      form.get('client_secret') === clientSecret ||
      request.headers.authorization === `Basic ${btoa(`${clientId}:${encodeURIComponent(clientSecret)}`)}`
    if (!asked || !isClient || (await challengeOf(form.get('code_verifier') ?? '')) !== asked.challenge)
      return json({ error: 'invalid_grant' }, 400)
    const { sub, ...claims } = provider.user
    const token = await new SignJWT({ ...claims, nonce: provider.fault === 'nonce' ? 'another' : asked.nonce })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setIssuer(issuer)
      .setAudience(clientId)
      .setSubject(sub)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(provider.fault === 'signature' ? hidden.privateKey : published.privateKey)
    return json({ access_token: 'unused', token_type: 'Bearer', expires_in: 300, id_token: token })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider: OidcProvider = {
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    user: { sub: 'nobody', preferred_username: 'nobody' },
    fault: 'none',
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return provider
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}

async function challengeOf(verifier: string): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(verifier))).toString('base64url')
}
