import { openSheet, readRows, type SheetValue, streamRows, textOf } from '@opendpf/sheets'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { surveys } from '../../contract/index.js'
import { type Desk, openDesk } from '../../testing/survey-desk.js'

const { interview } = surveys.records
let desk: Desk
let of: string
let ids: readonly string[]
beforeAll(async () => {
  desk = await openDesk()
  const people = [await desk.person(), await desk.person(), await desk.person({ division: places.otherVillage })]
  of = await desk.opened()
  ids = await Promise.all(people.map((person) => desk.interviewOf(of, person)))
  const met = { contact: 'visit', visitedOn: '2026-07-02', consent: 'spoken' }
  await desk.expectDone(
    desk.collect(ids[0] ?? '', { answers: { employed: 'no', reason: '=1+1', needs: ['1', '2'] }, ...met }),
  )
})
afterAll(() => desk.server.stop())

const path = () => `/api/v1/surveys/campaigns/${of}/answers`
const exported = async () => (await desk.clerk('GET', path())).bytes
const bring = (bytes: Uint8Array, more: object = {}, call = desk.clerk) =>
  call('POST', path(), { content: Buffer.from(bytes).toString('base64'), ...more })

/** The exported workbook with other texts in some cells, by the heading and the record. */
async function changed(cells: readonly (readonly [string, string, SheetValue])[]): Promise<Uint8Array> {
  const workbook = await openSheet(await exported(), { name: 'answers.xlsx' })
  const rows: string[][] = []
  for await (const row of readRows(workbook, workbook.sheets[0]?.name ?? '')) rows.push(row.cells.map(textOf))
  const [, headings = [], ...data] = rows
  const values = data.map((row) =>
    headings.map((heading, at): SheetValue => {
      const other = cells.find(([id, begins]) => id === row[0] && heading.startsWith(begins))
      return other ? other[2] : (row[at] ?? '') === '' ? null : (row[at] ?? null)
    }),
  )
  const pieces: Uint8Array[] = []
  for await (const piece of streamRows({
    columns: headings.map((heading) => ({ heading, kind: 'text' as const })),
    rows: values,
  }))
    pieces.push(piece)
  return Buffer.concat(pieces)
}

describe('a workbook of answers', () => {
  it('has a column for each question, masked names and who took it, and changes nothing when it comes back', async () => {
    const workbook = await openSheet(await exported(), { name: 'answers.xlsx' })
    const rows: string[][] = []
    for await (const row of readRows(workbook, workbook.sheets[0]?.name ?? '')) rows.push(row.cells.map(textOf))
    expect(rows[0]?.[0]).toContain('经办人甲 2026-07-02')
    expect(rows[1]).toEqual(expect.arrayContaining(['记录编号（不要修改）', 'employed 就业题', 'needs 需求题']))
    const row = rows.find(([id]) => id === ids[0])
    expect(row).toEqual(expect.arrayContaining(['入户', '2026-07-02', '否', '=1+1', '康复题；辅具题']))
    expect(row?.[3]).toMatch(/^王\*/)
    expect((await bring(await exported())).body).toEqual({ rows: 3, changed: 0 })
  })

  it('brings answers back by the words of their choices, without the ones that are not asked', async () => {
    const sheet = await changed([
      [ids[1] ?? '', 'employed', '是'],
      [ids[1] ?? '', 'needs', '1; 辅具题'],
      [ids[1] ?? '', 'reason', '不会出现'],
      [ids[1] ?? '', '调查方式', 'Telephone'],
      [ids[0] ?? '', 'reason', null],
    ])
    expect((await bring(sheet, { isTrial: true })).body).toEqual({ rows: 3, changed: 2 })
    expect((await desk.collecting(ids[1] ?? '')).body.answers).toEqual({})
    expect((await bring(sheet)).body).toEqual({ rows: 3, changed: 2 })
    expect((await desk.collecting(ids[1] ?? '')).body).toMatchObject({
      state: 'working',
      contact: 'phone',
      answers: { employed: 'yes', needs: ['1', '2'] },
    })
    expect((await desk.collecting(ids[0] ?? '')).body.answers).toEqual({ employed: 'no', needs: ['1', '2'] })
  })

  it('writes nothing when a row is wrong, and says which', async () => {
    const sheet = await changed([
      [ids[1] ?? '', 'employed', '也许'],
      [ids[0] ?? '', 'reason', '找不到工作'],
      [ids[2] ?? '', '调查方式', '写信'],
    ])
    const { status, body } = await bring(sheet)
    expect(status).toBe(422)
    expect(body.errors.map(({ message }: { message: string }) => message)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^第 \d+ 行：请从选项中选择$/),
        expect.stringMatching(/^第 \d+ 行：“调查方式”填写有误/),
      ]),
    )
    expect((await desk.collecting(ids[0] ?? '')).body.answers).toEqual({ employed: 'no', needs: ['1', '2'] })
    expect((await bring(Buffer.from('nothing'))).status).toBe(422)
  })

  it('is taken along by whoever may export, and brought back by a village for its own records alone', async () => {
    const village = desk.server.as({
      id: 'v',
      name: '专职委员',
      at: places.village,
      may: ['surveys:*.read', 'surveys:interview.collect'],
    })
    expect((await village('GET', path())).status).toBe(403)
    const { status, body } = await bring(await exported(), {}, village)
    expect([status, body.errors.length]).toEqual([422, 1])
    await desk.finished(ids[1] ?? '')
    const late = await bring(await changed([[ids[1] ?? '', 'needs', '没有题']]))
    expect(late.body.errors[0].message).toMatch(/记录已经完成/)
    expect((await desk.read(interview, ids[1] ?? '')).state).toBe('done')
  })
})
