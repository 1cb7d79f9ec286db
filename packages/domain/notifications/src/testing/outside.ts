import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { SMTPServer } from 'smtp-server'

/** A mail that arrived. */
export interface Received {
  readonly to: readonly string[]
  readonly raw: string
}

/** A mail server that keeps what it is sent. `refuses` is an address that it does not know. */
export async function openMailServer(refuses = 'gone@example.cn') {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _, done) =>
      username === 'dpf' && password === 'right' ? done(null, { user: username }) : done(new Error('wrong')),
    onRcptTo: ({ address }, _, done) =>
      address === refuses ? done(Object.assign(new Error('no such user'), { responseCode: 550 })) : done(),
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        received.push({ to: envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(parts).toString('utf8') })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return { received, port, close: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}

/** An SMS gateway that keeps what it is sent, and answers what it is told to. */
export async function openGateway() {
  const received: { readonly body: string; readonly headers: Headers; readonly url: string }[] = []
  const answer = { status: 200, text: '{"code":0}' }
  const app = new Hono().all('*', async (c) => {
    received.push({ body: await c.req.text(), headers: c.req.raw.headers, url: c.req.url })
    return c.text(answer.text, answer.status as 200)
  })
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve) => {
    const listening = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
      resolve({ server: listening, port }),
    )
  })
  return {
    received,
    answer,
    url: `http://127.0.0.1:${port}/send`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
