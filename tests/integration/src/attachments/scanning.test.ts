import { loansServer } from '@opendpf/fixtures'
import { scanWithClamd } from '@opendpf/server'
import { startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eicar, phonePhoto, smallPdf } from './pictures.js'

const papers = '/api/v1/loans/loans/attachments/papers'
let isReachable = true
let server: TestServer
beforeAll(async () => {
  const unreachable = scanWithClamd({ path: '/nowhere/clamd.sock' })
  server = await startTestServer({
    modules: [loansServer],
    hasWork: true,
    scan: async (content) => {
      if (!isReachable) return unreachable(content)
      return Buffer.from(content).includes('EICAR')
        ? { isClean: false, found: 'Eicar-Test-Signature' }
        : { isClean: true }
    },
  })
})
afterAll(() => server.stop())

const kept = () =>
  server.connect('owner', async (client) => (await client.query('select 1 from system_attachment')).rowCount)

it('malware is named to whoever brings it, and not kept', async () => {
  const name = { 'content-disposition': 'attachment; filename="scan.pdf"' }
  const inside = new Uint8Array([...smallPdf(), ...eicar()])
  for (const content of [eicar(), inside]) {
    const { status, body } = await server.as()('POST', papers, content, name)
    expect([status, body.errors]).toEqual([
      422,
      [
        {
          path: 'papers',
          code: 'attachmentInfected',
          message:
            '申请材料：文件“scan.pdf”中发现恶意程序（Eicar-Test-Signature），没有保存。请对来源电脑查毒，并告知系统管理员',
        },
      ],
    ])
  }
  expect(await kept()).toBe(0)
  expect((await server.as()('POST', papers, phonePhoto())).status).toBe(201)
})

it('a scanner that cannot be reached lets nothing in', async () => {
  const before = await kept()
  isReachable = false
  await expect(server.as()('POST', papers, smallPdf())).rejects.toThrow('answered 503')
  expect(await kept()).toBe(before)
})
