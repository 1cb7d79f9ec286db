import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loansServer } from '@opendpf/fixtures'
import type { Attachment } from '@opendpf/kit'
import { verifyAudit } from '@opendpf/server'
import { type Call, places, startTestServer, type TestAnswer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { iphonePhoto, phonePhoto, smallPdf } from './pictures.js'

const loans = '/api/v1/loans/loans'
const day = 86_400_000
let server: TestServer
let clerk: Call
let colleague: Call
beforeAll(async () => {
  server = await startTestServer({ modules: [loansServer], hasWork: true })
  clerk = server.as({ id: 'clerk' })
  colleague = server.as({ id: 'colleague' })
})
afterAll(() => server.stop())

type Bytes = Uint8Array<ArrayBuffer>
const named = (name: string) => ({
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
})
const upload = (call: Call, content: Bytes, name = '身份证.pdf', field = 'papers', more = {}): Promise<TestAnswer> =>
  call('POST', `${loans}/attachments/${field}`, content, { ...named(name), ...more })
const bring = async (call: Call, content: Bytes, name?: string, field?: string): Promise<Attachment> => {
  const answer = await upload(call, content, name, field)
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}
const values = { borrower: '张三', device: 'walker', division: places.village }
const apply = (call: Call, more: object) => call('POST', loans, { ...values, ...more })
const change = (call: Call, { id, version }: { id: string; version: number }, more: object) =>
  call('PATCH', `${loans}/${id}`, more, { 'if-match': `"${version}"` })
const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')
const kept = async (): Promise<readonly string[]> =>
  (await readdir(join(server.work.folder, 'attachments', '990121')).catch(() => [])).toSorted()
const purge = async () => {
  const job = await server.work.jobs.queue({
    job: 'system.purgeFiles',
    input: {},
    actor: server.actor({ id: 'clerk' }),
  })
  expect(await server.work.done(job)).toMatchObject({ state: 'done' })
}

describe('a file', () => {
  it('is brought, saved with its row, and comes back as it was', async () => {
    const content = smallPdf('first')
    const file = await bring(clerk, content, '残疾人证 （正面）.pdf')
    expect(file).toEqual({
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      hash: sha256(content),
      name: '残疾人证 （正面）.pdf',
      type: 'application/pdf',
      bytes: content.byteLength,
    })
    const { status, body } = await apply(clerk, { papers: [{ id: file.id }] })
    expect([status, body.fields.papers]).toEqual([201, [file]])
    const fetched = await colleague('GET', `${loans}/${body.id}/attachments/papers/${file.id}`)
    expect(Buffer.compare(fetched.bytes, content)).toBe(0)
    expect(Object.fromEntries(fetched.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(content.byteLength),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="[^"]*"; filename\*=UTF-8''%E6%AE%8B.*%EF%BC%89\.pdf$/,
      ),
    })
    const head = await colleague('HEAD', `${loans}/${body.id}/attachments/papers/${file.id}`)
    expect([head.status, head.headers.get('content-length'), head.text]).toEqual([200, String(content.byteLength), ''])
    const [seen] = (await clerk('GET', `${loans}/${body.id}/access`)).body.entries
    expect(seen).toMatchObject({ actorId: 'colleague', kind: 'read', fields: ['papers'] })
  })

  it('is told by its content, whatever it is called', async () => {
    expect(await bring(clerk, phonePhoto(), '照片.pdf')).toMatchObject({ type: 'image/jpeg' })
    expect(await bring(clerk, smallPdf(), '..\\..\\etc/passwd\u0000\u202E.pdf')).toMatchObject({ name: 'passwd.pdf' })
    const answer = await clerk('POST', `${loans}/attachments/papers`, smallPdf())
    expect(answer.body).toMatchObject({ name: 'file.pdf' })
  })

  it('keeps which way is up, and nothing of where and when a photo was taken', async () => {
    const file = await bring(clerk, phonePhoto({ orientation: 6 }), '照片.jpg')
    const { body } = await apply(clerk, { papers: [file] })
    const { bytes, headers } = await clerk('GET', `${loans}/${body.id}/attachments/papers/${file.id}`)
    const text = Buffer.from(bytes).toString('latin1')
    expect(text).not.toMatch(/GPS|Photoshop|xmpmeta|comment|preview/)
    expect(text).toContain('picture')
    expect(text).toContain(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]).toString('latin1'))
    expect(text.endsWith('\u00ff\u00d9')).toBe(true)
    expect(headers.get('content-disposition')).toMatch(/^inline; /)
  })

  it.each([
    ['nothing', new Uint8Array(), 'attachmentEmpty', /没有内容，请重新扫描/],
    ['a program', new Uint8Array(Buffer.from('MZ\0\0')), 'attachmentType', /另存为 JPG、PNG、WEBP、PDF/],
    ['a photo of an iPhone', iphonePhoto(), 'attachmentPhonePhoto', /HEIC 照片.*兼容性最佳.*JPG/],
    ['a broken picture', phonePhoto().slice(0, 12), 'attachmentDamaged', /已损坏或不完整/],
    ['too much', new Uint8Array(Buffer.alloc(1024 * 1024 + 1, '%PDF-1.7')), 'attachmentTooLarge', /超过 1 MB/],
  ])('%s is refused with what to do', async (_, content, code, message) => {
    const { status, body } = await upload(clerk, content)
    expect([status, body.errors]).toEqual([422, [{ path: 'papers', code, message: expect.stringMatching(message) }]])
    expect(body.errors[0].message).toContain('身份证.pdf')
    const english = await upload(clerk, content, 'scan.pdf', 'papers', { 'accept-language': 'en' })
    expect(english.body.errors[0].message).toMatch(/^Papers: .*“scan\.pdf”/)
  })

  it('of another field’s kind is refused there', async () => {
    expect((await upload(clerk, smallPdf(), 'x.pdf', 'findings')).body.errors).toMatchObject([
      { path: 'findings', code: 'attachmentType' },
    ])
  })

  it('lies sealed under a name that tells nothing, once however often it is brought', async () => {
    const content = smallPdf('the same 张三 990121198503070012')
    const before = await kept()
    const one = await bring(clerk, content)
    const other = await bring(colleague, content)
    expect(one.id).not.toBe(other.id)
    const fresh = (await kept()).filter((name) => !before.includes(name))
    expect(fresh).toEqual([expect.stringMatching(/^[\da-f]{32}$/)])
    expect(sha256(content)).not.toContain(fresh[0] ?? '')
    const stored = await readFile(join(server.work.folder, 'attachments', '990121', fresh[0] ?? ''))
    expect(stored.toString('latin1')).not.toContain('990121198503070012')
    await server.as({ at: 'all' })('POST', `${loans}/attachments/papers`, content)
    expect(await readdir(join(server.work.folder, 'attachments'))).toEqual(['000000', '990121'])
  })
})

describe('a row', () => {
  it('takes no file that its writer did not bring for this field', async () => {
    const theirs = await bring(colleague, smallPdf('theirs'))
    const elsewhere = await bring(clerk, phonePhoto(), 'x.jpg', 'findings')
    const taken = await bring(clerk, smallPdf('taken'))
    expect((await apply(clerk, { papers: [taken] })).status).toBe(201)
    for (const file of [theirs, elsewhere, taken]) {
      const { status, body } = await apply(clerk, { papers: [file] })
      expect([status, body.errors?.[0].code]).toEqual([422, 'attachmentUnknown'])
    }
    const late = await bring(clerk, smallPdf('late'))
    server.clock.advance(day)
    expect((await apply(clerk, { papers: [late] })).status).toBe(422)
  })

  it('says of its files what they are, whatever was sent', async () => {
    const file = await bring(clerk, smallPdf('truth'))
    const { body } = await apply(clerk, { papers: [{ ...file, name: '别的.pdf', bytes: 1, hash: 'ff' }, file] })
    expect(body.fields.papers).toEqual([file])
    const same = await change(clerk, body, { papers: [{ id: file.id }] })
    expect(same.body.version).toBe(body.version)
  })

  it('keeps what was taken out in its history, where it is found as of then, and can have it again', async () => {
    const [old, fresh] = [await bring(clerk, smallPdf('old')), await bring(clerk, smallPdf('fresh'))]
    const first = (await apply(clerk, { papers: [old] })).body
    server.clock.advance(60_000)
    const then = server.clock.now().toISOString()
    server.clock.advance(60_000)
    const second = (await change(clerk, first, { papers: [fresh] })).body
    expect(second.fields.papers).toEqual([fresh])
    const path = `${loans}/${first.id}/attachments/papers/${old.id}`
    expect((await clerk('GET', path)).status).toBe(404)
    expect((await clerk('GET', `${path}?asOf=${then}`)).status).toBe(200)
    server.clock.advance(2 * day)
    await purge()
    expect((await clerk('GET', `${path}?asOf=${then}`)).status).toBe(200)
    const third = await change(clerk, second, { papers: [fresh, old] })
    expect(third.body.fields.papers).toEqual([fresh, old])
    expect((await clerk('GET', path)).status).toBe(200)
    const gone = await clerk('POST', `${loans}/${first.id}/remove`, {}, { 'if-match': '"3"' })
    expect(gone.status).toBe(204)
    expect((await clerk('POST', `${loans}/${first.id}/restore`)).body.fields.papers).toEqual([fresh, old])
    expect((await clerk('GET', path)).status).toBe(200)
  })

  it('is shown to nobody outside its territory, and neither are its files', async () => {
    const file = await bring(clerk, smallPdf('inside'))
    const { body } = await apply(clerk, { papers: [file] })
    const path = `${loans}/${body.id}/attachments/papers/${file.id}`
    const statusFor = async (actor: Parameters<TestServer['as']>[0]) => (await server.as(actor)('GET', path)).status
    expect(await statusFor({ at: places.village })).toBe(200)
    expect(await statusFor({ at: places.otherVillage })).toBe(404)
    expect(await statusFor({ at: places.neighbour })).toBe(404)
    expect(await statusFor({ may: ['loans:loan.create'] })).toBe(403)
    const other = (await apply(server.as({ at: places.neighbour }), { division: places.neighbourVillage })).body
    expect((await clerk('GET', `${loans}/${other.id}/attachments/papers/${file.id}`)).status).toBe(404)
  })

  it('moves with its files', async () => {
    const file = await bring(clerk, smallPdf('moved'))
    const { body } = await apply(clerk, { papers: [file] })
    await change(clerk, body, { division: places.otherVillage })
    const there = server.as({ at: places.otherVillage })
    expect((await there('GET', `${loans}/${body.id}/attachments/papers/${file.id}`)).status).toBe(200)
  })

  it('lets files be brought by whoever may write it', async () => {
    const may = async (permission: string) =>
      (await upload(server.as({ id: permission, may: [permission] }), smallPdf())).status
    expect(await may('loans:loan.create')).toBe(201)
    expect(await may('loans:loan.update')).toBe(201)
    expect(await may('loans:loan.read')).toBe(403)
    expect(await may('loans:loan.accept')).toBe(403)
  })
})

describe('a hidden field', () => {
  const hide = async () => {
    const file = await bring(clerk, phonePhoto(), '张三诊断.jpg', 'findings')
    const { body } = await apply(clerk, { findings: [file] })
    return { file, row: body, path: `${loans}/${body.id}/attachments/findings/${file.id}` }
  }

  it('tells how many files there are and of what kind, not what they are called', async () => {
    const { file, row } = await hide()
    expect(row.fields.findings).toEqual([{ ...file, name: '***', hash: '' }])
    expect(row.masked).toContain('findings')
    const history = await clerk('GET', `${loans}/${row.id}/history`)
    expect(history.text).not.toContain('诊断')
    const stored = await server.connect('owner', (client) =>
      client.query(
        'select findings, (select name from system_attachment where id = $2) as name from loans_loan where id = $1',
        [row.id, file.id],
      ),
    )
    expect(Buffer.concat(Object.values(stored.rows[0])).toString('utf8')).not.toContain('诊断')
  })

  it('lets a file out one at a time, for a reason that is logged first', async () => {
    const { path, row } = await hide()
    expect((await colleague('GET', path)).body).toMatchObject({ status: 403, code: 'reason-required' })
    expect((await colleague('POST', `${path}/reveal`, {})).status).toBe(400)
    const reader = server.as({ id: 'reader', may: ['loans:loan.read'] })
    expect((await reader('POST', `${path}/reveal`, { reason: '复核' })).status).toBe(403)
    const opened = await colleague('POST', `${path}/reveal`, { reason: '复核评定' })
    expect(Buffer.from(opened.bytes).toString('latin1')).toContain('picture')
    expect(opened.headers.get('content-disposition')).toContain(encodeURIComponent('张三诊断'))
    const [entry] = (await clerk('GET', `${loans}/${row.id}/access`)).body.entries
    expect(entry).toMatchObject({ actorId: 'colleague', kind: 'reveal', fields: ['findings'], reason: '复核评定' })
  })

  it('takes one file more without the others being told', async () => {
    const { file, row } = await hide()
    const more = await bring(colleague, phonePhoto({ picture: 'second' }), '二.jpg', 'findings')
    const changed = await change(colleague, row, { findings: [...row.fields.findings, more] })
    expect(changed.body.fields.findings.map(({ id }: Attachment) => id)).toEqual([file.id, more.id])
    const told = await clerk('POST', `${loans}/${row.id}/reveal`, { fields: ['findings'], reason: '复核' })
    expect(told.body.values.findings).toEqual([file, more])
  })
})

describe('loose files', () => {
  it('go after a day, and what they hold goes with the last of them', async () => {
    server.clock.advance(day)
    await purge()
    const content = smallPdf('loose')
    const before = await kept()
    await bring(clerk, content)
    server.clock.advance(day / 2)
    const saved = await bring(clerk, content)
    const alone = await bring(clerk, smallPdf('alone'))
    expect((await kept()).length).toBe(before.length + 2)
    server.clock.advance(day / 2)
    await purge()
    expect((await kept()).length).toBe(before.length + 2)
    const { body } = await apply(clerk, { papers: [saved] })
    server.clock.advance(day / 2)
    await purge()
    expect((await kept()).length).toBe(before.length + 1)
    expect((await apply(clerk, { papers: [alone] })).status).toBe(422)
    expect((await clerk('GET', `${loans}/${body.id}/attachments/papers/${saved.id}`)).status).toBe(200)
  })

  it('are not hoarded', async () => {
    const hoarder = server.as({ id: 'hoarder' })
    await server.connect('owner', (client) =>
      client.query(
        `insert into system_attachment select 'h' || n, '990121', 'd', 'h', 'loans.loan', 'papers', null, '\\x00', 'application/pdf', 1, 'hoarder', now() from generate_series(1, 200) n`,
      ),
    )
    expect((await upload(hoarder, smallPdf())).body.errors).toMatchObject([{ code: 'attachmentTooMany' }])
    await server.connect('owner', (client) =>
      client.query(`delete from system_attachment where uploaded_by = 'hoarder'`),
    )
  })
})

it('the audit proves rows with files like all others', async () => {
  expect(await verifyAudit(server.platform)).toEqual([])
})
