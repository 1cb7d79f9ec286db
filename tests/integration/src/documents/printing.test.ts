import { createHash } from 'node:crypto'
import { backupOfAttachments, verifyAttachments } from '@opendpf/server'
import { places, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addPaper, decided, path, startPapers, wordsIn } from './support.js'

let server: TestServer
beforeAll(async () => {
  server = await startPapers()
})
afterAll(() => server.stop())

const clerk = () => server.as({ id: 'clerk', name: '经办员' })
const letter = (id: string, rest = '') => `${path}/${id}/documents/letter${rest}`

async function all<T>(pieces: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const piece of pieces) found.push(piece)
  return found
}
const namesIn = async (files: AsyncIterable<{ readonly name: string }>) => (await all(files)).map(({ name }) => name)

describe('a copy of a document', () => {
  it('is answered, numbered, written down and kept as it was', async () => {
    const call = clerk()
    const { id, idNumber } = await decided(call)
    const first = await call('POST', letter(id))
    expect(first.status).toBe(201)
    expect(first.headers.get('content-type')).toBe('application/pdf')
    expect(first.headers.get('content-location')).toBe(letter(id, '/1'))
    const words = await wordsIn(first)
    for (const value of ['欧阳示例', idNumber, '材料不全', '纸质', '残疾人联合会']) expect(words).toContain(value)
    const second = await call('POST', letter(id))
    expect(second.headers.get('content-location')).toBe(letter(id, '/2'))
    // the same row, the same bytes
    expect(Buffer.compare(second.bytes, first.bytes)).toBe(0)
    const { body } = await call('GET', `${path}/${id}/documents`)
    const hash = createHash('sha256').update(first.bytes).digest('hex')
    expect(body.documents.find(({ name }: { name: string }) => name === 'letter')).toMatchObject({
      isAvailable: true,
      copies: [
        { copy: 2, madeByName: '经办员', hash },
        { copy: 1, madeByName: '经办员', hash, bytes: first.bytes.byteLength },
      ],
    })
    await call('PATCH', `${path}/${id}`, { reason: '另一事由' }, { 'if-match': '"2"' })
    const kept = await call('GET', letter(id, '/1'))
    expect(kept.status).toBe(200)
    expect(Buffer.compare(kept.bytes, first.bytes)).toBe(0)
    expect((await call('GET', letter(id, '/3'))).status).toBe(404)
    expect((await call('GET', letter(id, '/x'))).status).toBe(404)
  })

  it('shows in full what it declares, masks the rest, and leaves a line each time', async () => {
    const call = clerk()
    const { id, idNumber } = await decided(call)
    const words = await wordsIn(await call('POST', letter(id)))
    expect(words).toContain(idNumber)
    expect(words).not.toContain('检查所见记录')
    expect(words).toContain('***')
    const slip = await wordsIn(await call('POST', `${path}/${id}/documents/slip`))
    expect(slip).not.toContain(idNumber)
    await call('GET', letter(id, '/preview'))
    await call('GET', letter(id, '/1'))
    const { body } = await call('GET', `${path}/${id}/access`)
    const reveals = body.entries.filter(({ kind }: { kind: string }) => kind === 'reveal')
    expect(reveals.map(({ fields, reason }: { fields: string[]; reason: string }) => [fields, reason])).toEqual([
      [['idNumber'], '再次打印'],
      [['idNumber'], '预览'],
      [['idNumber'], '打印'],
    ])
  })

  it('goes into backups, and is missed when it is gone or altered', async () => {
    const call = clerk()
    const { id } = await decided(call)
    await call('POST', letter(id))
    const { platform, work } = server
    const names = async () => {
      const find = backupOfAttachments(work.attachments, () => {
        throw new Error('a file is missing')
      })
      return platform.pool.use({ level: 'all' }, (session) => namesIn(find(session)))
    }
    const kept = await names()
    expect(new Set(kept).size).toBe(kept.length)
    expect(await verifyAttachments(platform, work.attachments)).toEqual([])
    const [row] = await server.write(({ read, registry }) =>
      read.many(registry.record('system.document'), { rowId: id }),
    )
    const { county, digest } = row as unknown as { county: string; digest: string }
    expect(kept).toContain(`${county}/${digest}`)
    const other = kept.find((name) => !name.endsWith(digest))?.split('/')[1] ?? ''
    const sealed = await all(work.attachments.getSealed({ county, digest: other }))
    await work.attachments.putSealed({ county, digest }, Buffer.concat(sealed))
    expect(await verifyAttachments(platform, work.attachments)).toMatchObject([{ kind: 'file-changed', file: digest }])
    await work.attachments.remove({ county, digest })
    expect(await verifyAttachments(platform, work.attachments)).toMatchObject([
      { kind: 'file-missing', record: 'system.document', file: digest },
    ])
  })

  it('is made once for each Idempotency-Key', async () => {
    const call = clerk()
    const { id } = await decided(call)
    const headers = { 'idempotency-key': 'print-once-1' }
    const [first, again] = [await call('POST', letter(id), {}, headers), await call('POST', letter(id), {}, headers)]
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.headers.get('content-location')).toBe(letter(id, '/1'))
  })

  it('two people who print at once get two numbers', async () => {
    const { id } = await decided(clerk())
    const answers = await Promise.all([clerk()('POST', letter(id)), clerk()('POST', letter(id))])
    expect(answers.map(({ headers }) => headers.get('content-location')).toSorted()).toEqual([
      letter(id, '/1'),
      letter(id, '/2'),
    ])
  })
})

describe('a preview', () => {
  it('says that it is one and is no copy', async () => {
    const call = clerk()
    const { id } = await decided(call)
    const preview = await call('GET', letter(id, '/preview'))
    expect(preview.status).toBe(200)
    expect(preview.headers.get('content-disposition')).toMatch(/^inline;/)
    expect(await wordsIn(preview)).toContain('预览')
    const { body } = await call('GET', `${path}/${id}/documents`)
    expect(body.documents.flatMap(({ copies }: { copies: unknown[] }) => copies)).toEqual([])
  })
})

describe('a document cannot be made', () => {
  it('in another state, with a hole, or from a row that has none', async () => {
    const call = clerk()
    const draft = await addPaper(call)
    expect((await call('POST', letter(draft.id))).body).toMatchObject({ status: 409, code: 'wrong-state' })
    const hole = await decided(call, { reason: null })
    const { status, body } = await call('POST', letter(hole.id))
    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ path: 'reason', code: 'neededByDocument', message: '打印之前请填写事由' }])
    const electronic = await decided(call, { medium: 'electronic' })
    expect((await call('POST', letter(electronic.id))).status).toBe(404)
    const list = async (id: string) => (await call('GET', `${path}/${id}/documents`)).body.documents
    expect(await list(electronic.id)).toMatchObject([{ name: 'slip', isAvailable: true }])
    expect(await list(hole.id)).toMatchObject([
      { name: 'letter', isAvailable: false, problems: [{ code: 'neededByDocument' }] },
      { name: 'slip' },
    ])
    expect(await list(draft.id)).toMatchObject([
      { name: 'letter', isAvailable: false, problems: [{ code: 'wrong-state' }] },
      { name: 'slip' },
    ])
  })

  it('with a character that no font has: it is named', async () => {
    const call = clerk()
    const { id } = await decided(call, { reason: '姓名用字\u{31350}' })
    const { status, body } = await call('POST', letter(id))
    expect(status).toBe(422)
    expect(body.errors[0].message).toContain('U+31350')
  })

  it('by somebody who may not print, not reveal, or works elsewhere', async () => {
    const { id } = await decided(clerk())
    const may = (...verbs: string[]) => server.as({ may: verbs.map((verb) => `papers:paper.${verb}`) })
    expect((await may('read')('POST', letter(id))).status).toBe(403)
    expect((await may('read', 'print')('POST', letter(id))).status).toBe(403)
    expect((await may('read', 'print')('GET', letter(id, '/preview'))).status).toBe(403)
    expect((await may('read', 'print')('POST', `${path}/${id}/documents/slip`)).status).toBe(201)
    const { body } = await may('read', 'print')('GET', `${path}/${id}/documents`)
    expect(body.documents[0]).toMatchObject({ isAvailable: false, problems: [{ code: 'permission-denied' }] })
    expect((await may('read', 'print', 'reveal')('POST', letter(id))).status).toBe(201)
    const elsewhere = server.as({ at: places.otherVillage })
    expect((await elsewhere('POST', letter(id))).status).toBe(404)
    expect((await elsewhere('GET', letter(id, '/1'))).status).toBe(404)
    expect((await elsewhere('GET', `${path}/${id}/documents`)).status).toBe(404)
  })
})

describe('a step that waits for a document', () => {
  it('is taken once it was made from the row as it stands', async () => {
    const call = clerk()
    const { id } = await decided(call)
    const send = async (version: number) => call('POST', `${path}/${id}/do/send`, {}, { 'if-match': `"${version}"` })
    const refused = await send(2)
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toMatchObject([
      { code: 'documentFirst', message: '请先打印“告知书”；打印后又修改过的，请重新打印' },
    ])
    const steps = (await call('GET', `${path}/${id}/steps`)).body.steps
    expect(steps).toMatchObject([{ verb: 'send', isAllowed: false, problems: [{ code: 'documentFirst' }] }])
    await call('POST', letter(id))
    await call('PATCH', `${path}/${id}`, { reason: '改过的事由' }, { 'if-match': '"2"' })
    expect((await send(3)).status).toBe(422)
    await call('POST', letter(id))
    const sent = await send(3)
    expect(sent.status).toBe(200)
    expect(sent.body.fields.state).toBe('sent')
  })

  it('is taken without one by a row that has none', async () => {
    const call = clerk()
    const { id } = await decided(call, { medium: 'electronic' })
    expect((await call('POST', `${path}/${id}/do/send`, {}, { 'if-match': '"2"' })).status).toBe(200)
  })
})
