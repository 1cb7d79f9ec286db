import { createHash, createHmac } from 'node:crypto'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { collect } from './attachment-store.js'
import { folderObjects } from './folder-objects.js'
import type { ObjectStore } from './object-store.js'
import { s3Objects } from './s3-objects.js'

const secret = 'not-a-real-secret'
const folder = await mkdtemp(join(tmpdir(), 'opendpf-objects-'))
const objects = new Map<string, Buffer>()
let server: Server
let url = ''
let isBroken = false

/** A bucket as an S3-compatible store keeps it: it takes what is signed with the right secret, and nothing else. */
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const path = request.url ?? ''
    const content = await buffer(request)
    const answer = (status: number, body: Buffer | string = '') => response.writeHead(status).end(body)
    if (isBroken) return answer(500, '<Error><Code>InternalError</Code></Error>')
    if (!isSigned(request)) return answer(403, '<Error><Code>SignatureDoesNotMatch</Code></Error>')
    if (!path.startsWith('/bucket/inside/')) return answer(404, '<Error><Code>NoSuchBucket</Code></Error>')
    if (request.method === 'PUT') {
      objects.set(path, content)
      return answer(200)
    }
    if (request.method === 'DELETE') {
      objects.delete(path)
      return answer(204)
    }
    const found = objects.get(path)
    return found ? answer(200, request.method === 'HEAD' ? '' : found) : answer(404)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address === 'object' && address) url = `http://127.0.0.1:${address.port}/bucket/inside`
})
beforeEach(() => {
  isBroken = false
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await rm(folder, { recursive: true, force: true })
})

/** Whether a request carries the signature that AWS Signature Version 4 makes of it. */
function isSigned({ method = '', url: path = '', headers }: IncomingMessage): boolean {
  const parts = /Credential=([^/]+)\/(\d+)\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(
    headers.authorization ?? '',
  )
  if (!parts) return false
  const [, , date = '', region = '', names = '', signature] = parts
  const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest()
  const canonical = [
    method,
    path,
    '',
    ...names.split(';').map((name) => `${name}:${headers[name]}`),
    '',
    names,
    headers['x-amz-content-sha256'],
  ].join('\n')
  const toSign = [
    'AWS4-HMAC-SHA256',
    headers['x-amz-date'],
    `${date}/${region}/s3/aws4_request`,
    createHash('sha256').update(canonical).digest('hex'),
  ].join('\n')
  const key = hmac(hmac(hmac(hmac(`AWS4${secret}`, date), region), 's3'), 'aws4_request')
  return hmac(key, toSign).toString('hex') === signature
}

const open = (secretKey = secret, where = url): ObjectStore =>
  s3Objects({ url: where, region: 'cn-north-1', accessKey: 'key', secretKey })
const name = `990121/${'ab'.repeat(16)}`
const other = `990122/${'ab'.repeat(16)}`

describe.each([
  ['a folder', () => folderObjects(join(folder, 'objects'))],
  ['an S3-compatible store', () => open()],
] as const)('%s', (_, make) => {
  test.each([0, 1, 700_000])('gives %i bytes back as they were', async (length) => {
    const store = make()
    const content = Buffer.alloc(length, '影像')
    expect(await store.has(name)).toBe(false)
    await store.put(name, content)
    await store.put(name, content)
    expect(Buffer.compare(await collect(store.get(name)), content)).toBe(0)
    expect([await store.has(name), await store.has(other)]).toEqual([true, false])
    await store.remove(name)
    await store.remove(name)
    expect(await store.has(name)).toBe(false)
    await expect(collect(store.get(name))).rejects.toMatchObject({ code: 'not-found' })
  })

  test.each(['../keys.json', '990121/../../keys.json', 'x', '990121/AB'])('refuses the name %s', async (bad) => {
    await expect(make().put(bad, Buffer.from('x'))).rejects.toThrow('not the name of an attached file')
  })
})

test('a folder is for the owner alone, and a write that fails leaves nothing', async () => {
  const place = join(folder, 'own')
  await folderObjects(place).put(name, Buffer.from('x'))
  expect((await stat(join(place, name))).mode & 0o777).toBe(0o600)
  expect((await stat(join(place, '990121'))).mode & 0o777).toBe(0o700)
  expect(await readdir(join(place, '990121'))).toEqual(['ab'.repeat(16)])
})

describe('an S3-compatible store', () => {
  test.each([
    ['with another secret', () => open('another')],
    ['that nobody answers for', () => open(secret, 'http://127.0.0.1:1/bucket/inside')],
    ['without its bucket', () => open(secret, url.replace('bucket', 'none'))],
  ])('%s keeps nothing and says so', async (_, make) => {
    await expect(make().put(name, Buffer.from('x'))).rejects.toMatchObject({ code: 'unavailable' })
  })

  test('that fails is not taken for one that has no such object', async () => {
    const store = open()
    isBroken = true
    await expect(store.has(name)).rejects.toMatchObject({ code: 'unavailable' })
    await expect(collect(store.get(name))).rejects.toMatchObject({ code: 'unavailable' })
    await expect(store.remove(name)).rejects.toMatchObject({ code: 'unavailable' })
  })
})
