import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type ClamdAddress, scanWithClamd } from './clamd.js'

/** The file that every scanner takes for malware, by agreement; put together here so that none finds it in this folder. */
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join('')

let server: Server | undefined
const sockets = new Set<Socket>()
afterEach(() => {
  for (const socket of sockets) socket.destroy()
  sockets.clear()
  server?.close()
})

/** Reads one INSTREAM as clamd does, and answers what `judge` says of the content. */
async function fakeClamd(judge: (content: Buffer) => string, path?: string): Promise<ClamdAddress> {
  server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    let received = Buffer.alloc(0)
    socket.on('data', (bytes) => {
      received = Buffer.concat([received, bytes])
      const content = contentOf(received)
      if (content) socket.end(judge(content))
    })
  })
  await new Promise<void>((resolve) => server?.listen(path ?? 0, resolve))
  const address = server.address()
  return typeof address === 'object' && address ? { host: '127.0.0.1', port: address.port } : { path: path ?? '' }
}

/** The content of a stream that has come to its end. */
function contentOf(received: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0'
  if (received.length < command.length) return undefined
  expect(received.subarray(0, command.length).toString()).toBe(command)
  const pieces: Buffer[] = []
  for (let at = command.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    if (at + 4 + length > received.length) return undefined
    pieces.push(received.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}

const judge = (content: Buffer): string =>
  content.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0'

test('a file with nothing in it is clean, however many pieces it takes', async () => {
  const lengths: number[] = []
  const scan = scanWithClamd(
    await fakeClamd((content) => {
      lengths.push(content.length)
      return judge(content)
    }),
  )
  for (const length of [1, 65_536, 65_537, 1_000_000])
    expect(await scan(Buffer.alloc(length, 'x'))).toEqual({ isClean: true })
  expect(lengths).toEqual([1, 65_536, 65_537, 1_000_000])
})

test('what is found is named, over a socket file too', async () => {
  const scan = scanWithClamd(await fakeClamd(judge, join(tmpdir(), `opendpf-clamd-${process.pid}.sock`)))
  const found = { isClean: false, found: 'Eicar-Test-Signature' }
  expect(await scan(Buffer.from(eicar))).toEqual(found)
  expect(await scan(Buffer.concat([Buffer.alloc(200_000), Buffer.from(eicar)]))).toEqual(found)
})

test.each([
  ['an error', 'INSTREAM size limit exceeded. ERROR\0'],
  ['nothing', ''],
  ['something else', 'PONG\0'],
])('%s is no consent', async (_, answer) => {
  const scan = scanWithClamd(await fakeClamd(() => answer))
  await expect(scan(Buffer.from('x'))).rejects.toMatchObject({ code: 'unavailable' })
})

test('a scanner that cannot be reached lets nothing through', async () => {
  const address = await fakeClamd(judge)
  await new Promise((resolve) => server?.close(resolve))
  await expect(scanWithClamd(address)(Buffer.from('x'))).rejects.toMatchObject({ code: 'unavailable' })
  await expect(scanWithClamd({ path: '/nowhere/clamd.sock' })(Buffer.from('x'))).rejects.toMatchObject({
    code: 'unavailable',
  })
})
