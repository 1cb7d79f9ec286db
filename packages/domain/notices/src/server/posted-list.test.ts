import { places } from '@opendpf/testing'
import { openPdf } from '@opendpf/typesetter/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Board, openBoard } from '../testing/board.js'

let board: Board
beforeEach(async () => {
  board = await openBoard('2026-06-01T02:00:00Z')
})
afterEach(() => board.server.stop())

const path = (notice: string) => `/api/v1/notices/notices/${notice}/documents/postedList`

async function print(notice: string, call = board.clerk) {
  const { status, bytes, text } = await call('POST', path(notice))
  if (status !== 201) throw new Error(`${status} ${text}`)
  const { pages } = await openPdf(bytes)
  return {
    pages,
    words: pages
      .map((page) => page.text)
      .join('')
      .replace(/\s/g, ''),
  }
}

it('prints what hangs in the village: masked names, what is posted, until when, and how to object', async () => {
  const award = await board.propose({ person: '欧阳小明' })
  const { notice } = await board.line(award)
  expect((await board.clerk('POST', path(notice))).status).toBe(422)
  await board.publish(award)
  const commissioner = board.server.as({ id: 'v', at: places.village, may: ['notices:*.read', 'notices:notice.print'] })
  const { words } = await print(notice, commissioner)
  for (const value of [
    '上河村表彰对象公示',
    '欧阳*明',
    '石桥镇上河村',
    '肢体残疾、二级',
    '公示期5个工作日，自2026年6月1日起至2026年6月8日止',
    '0900-1234',
    '示范县残疾人联合会',
    '二〇二六年六月一日',
  ])
    expect(words).toContain(value)
  expect(words).not.toContain('欧阳小明')
})

it('leaves out who was taken down, and says its headings on every page', async () => {
  const gone = await board.propose({ person: '赵小红' })
  const first = await board.propose()
  for (let more = 0; more < 44; more++) await board.propose()
  const notice = await board.publish(first)
  const { id } = await board.line(gone)
  const { body } = await board.clerk('GET', `/api/v1/notices/lines/${id}`)
  await board.clerk(
    'POST',
    `/api/v1/notices/lines/${id}/do/withdraw`,
    { withdrawReason: '本人放弃' },
    { 'if-match': `"${body.version}"` },
  )
  const { pages, words } = await print(notice)
  expect(words).not.toContain('赵*红')
  expect(pages.length).toBeGreaterThan(1)
  for (const page of pages.slice(0, -1)) expect(page.text).toContain('序号')
  expect(words).toContain('45王*明')
})
