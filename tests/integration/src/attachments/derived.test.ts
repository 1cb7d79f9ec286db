import { connect } from '@opendpf/client'
import { loans, loansServer } from '@opendpf/fixtures'
import { openSheet, readRows, textOf } from '@opendpf/sheets'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest'
import { phonePhoto, smallPdf } from './pictures.js'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ modules: [loansServer], hasWork: true })
})
afterAll(() => server.stop())

const open = () => connect('http://localhost', [loans], { fetch: server.fetchAs(), apiKey: 'x' }).loans.loan
const values = { borrower: '张三', device: 'walker', division: places.village } as const

describe('the typed client', () => {
  it('brings files, saves them with a row and fetches them', async () => {
    const loan = open()
    const scan = await loan.upload('papers', "身份证 (正面)'s.pdf", new Blob([smallPdf()]))
    expect(scan.name).toBe("身份证 (正面)'s.pdf")
    const photo = await loan.upload('findings', '评定.jpg', phonePhoto())
    const made = await loan.create({ ...values, papers: [scan], findings: [photo] })
    expect(made.fields.papers).toEqual([scan])
    const fetched = await loan.download(made.id, 'papers', scan.id)
    expect([fetched.type, new Uint8Array(await fetched.arrayBuffer())]).toEqual(['application/pdf', smallPdf()])
    await expect(loan.download(made.id, 'findings', photo.id)).rejects.toMatchObject({ code: 'reason-required' })
    expect((await loan.download(made.id, 'findings', photo.id, { reason: '复核' })).size).toBe(photo.bytes)
    await expect(loan.upload('papers', 'x.exe', new Blob(['MZ']))).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'papers', code: 'attachmentType' }],
    })
  })

  it('knows the fields of files at compile time', () => {
    expectTypeOf(open().upload).parameter(0).toEqualTypeOf<'papers' | 'findings'>()
  })
})

it('the OpenAPI document tells of every route, and of what an upload answers', async () => {
  const { body } = await server.as()('GET', '/api/openapi.json')
  const served = server.routes
    .filter(({ path }) => path.startsWith('/api/v1/loans/'))
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
  const told = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(served.filter((route) => !told.includes(route))).toEqual([])
  const upload = body.paths['/api/v1/loans/loans/attachments/findings'].post
  expect(Object.keys(upload.requestBody.content)).toEqual(['image/jpeg', 'image/png'])
  expect(upload['x-permission']).toBe('loans:loan.create')
  expect(body.components.schemas['loans.loan.input'].properties.papers.anyOf[0]).toMatchObject({
    type: 'array',
    maxItems: 3,
  })
  expect(body.components.schemas['loans.loan.answer'].properties.fields.properties.findings).toMatchObject({
    'x-privacy': 'S4',
    'x-masked': true,
  })
})

it('the form for an import has no column for files, and says where they go instead', async () => {
  const { bytes } = await server.as()('GET', '/api/v1/system/import-kinds/loans.loan/template')
  const workbook = await openSheet(bytes, { name: 'template.xlsx' })
  const textsOf = async (sheet: number): Promise<string> => {
    const texts: string[] = []
    for await (const row of readRows(workbook, sheet)) texts.push(...row.cells.map(textOf))
    return texts.join('\n')
  }
  expect(await textsOf(0)).not.toContain('申请材料')
  expect(await textsOf(1)).toContain('附件（申请材料、评估材料）不能用表格导入，请导入后在记录页面逐条上传。')
})
