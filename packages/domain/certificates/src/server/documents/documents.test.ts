import { readFile } from 'node:fs/promises'
import { noticesServer } from '@opendpf/notices/server'
import { personsServer } from '@opendpf/persons/server'
import { startTestServer, type TestServer } from '@opendpf/testing'
import { inkDifference, inkMapOf, openPdf } from '@opendpf/typesetter/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { finding, openCaseDesk, papers } from '../../testing/case-desk.js'
import { certificatesServer } from '../certificates-server.js'

let server: TestServer
let desk: ReturnType<typeof openCaseDesk>
beforeAll(async () => {
  server = await startTestServer({ modules: [personsServer, noticesServer, certificatesServer], hasWork: true })
  desk = openCaseDesk(server)
})
afterAll(() => server.stop())

const path = (id: string, name: string) => `/api/v1/certificates/cases/${id}/documents/${name}`

/** Prints a document as the clerk, and reads it without the spaces of its layout. */
async function print(id: string, name: string) {
  const { status, bytes, text } = await desk.clerk('POST', path(id, name))
  if (status !== 201) throw new Error(`${name}: ${status} ${text}`)
  const { pages } = await openPdf(bytes)
  return {
    pages,
    words: pages
      .map((page) => page.text)
      .join('')
      .replace(/\s/g, ''),
  }
}

/** How a page looks is compared with how it looked when somebody last looked at it. */
async function looksAs(page: Parameters<typeof inkMapOf>[0] | undefined, name: string): Promise<void> {
  const map = page ? inkMapOf(page) : ''
  const file = new URL(`./looks/${name}.txt`, import.meta.url)
  const before = await readFile(file, 'utf8').catch(() => '')
  // a hair of ink more or less is no other page
  if (inkDifference(map, before) > 0.02) await expect(map).toMatchFileSnapshot(file.pathname)
}

const unavailable = async (id: string, name: string) => (await desk.clerk('POST', path(id, name))).body.code

test('the papers of a case go with it from the application to the certificate in hand', async () => {
  const holder = await desk.addHolder('1985-03-07', {
    ethnicity: '03',
    phone: '13900000000',
    address: '上河村七组一号',
    education: '70',
  })
  const id = await desk.apply(holder.id, {
    ...papers,
    claimedCategory: '4',
    reason: '左下肢活动受限，行走不便',
    media: 'paper2',
  })
  const form = await print(id, 'applicationForm')
  for (const value of [
    '中华人民共和国残疾人证申请表',
    '示范县残疾人联合会',
    holder.name,
    holder.idNumber,
    '男',
    '回族',
    '1985年3月7日',
    '13900000000',
    '石桥镇上河村七组一号',
    '新办',
    '☑肢体',
    '☐视力',
    '左下肢活动受限，行走不便',
  ])
    expect(form.words).toContain(value)
  expect(form.pages).toHaveLength(1)
  expect(await unavailable(id, 'receipt')).toBe('wrong-state')

  await desk.take(id, 'submit')
  await desk.take(id, 'askCorrection', { correctionNote: '一、两寸白底照片\n二、户口簿首页' })
  const notice = await print(id, 'correctionNotice')
  for (const value of ['一次性补正告知书', '一、两寸白底照片', '二、户口簿首页', '30日内', '二〇二六年六月十五日'])
    expect(notice.words).toContain(value)
  expect(notice.words).not.toContain(holder.idNumber)

  await desk.take(id, 'resubmit')
  await desk.take(id, 'accept')
  const receipt = await print(id, 'receipt')
  for (const value of ['受理回执', '居民身份证；居民户口簿；近期两寸白底彩色照片', '990121********'])
    expect(receipt.words).toContain(value)
  expect(receipt.words).not.toContain(holder.idNumber)

  const empty = await print(id, 'assessmentForm')
  expect(empty.words).toContain(holder.idNumber)
  expect(empty.words).toContain('☐一级')
  await desk.take(id, 'referForAssessment', { institution: '示范县人民医院' })
  await desk.take(id, 'findEligible', finding('4', '3', desk.today()))
  const assessed = await print(id, 'assessmentForm')
  for (const value of ['示范县人民医院', '评定医师甲', '检查所见记录', '☑肢体', '☑三级', '肢体三级'])
    expect(assessed.words).toContain(value)

  await desk.post(id)
  await desk.night(10)
  await desk.take(id, 'approve', {}, desk.approver)
  const number = holder.numberOf('4', '3')
  await desk.take(id, 'sendToNational')
  await desk.answer(id, { result: 'confirmed', number })
  expect(await unavailable(id, 'insertPages')).toBe('wrong-state')
  await desk.take(id, 'printCertificate', { issueDate: desk.today() })
  expect(await desk.refusal(id, 'handOver', { receipt: '本人签收' })).toBe('documentFirst')
  const insert = await print(id, 'insertPages')
  expect(insert.pages.map(({ width, height }) => width < height && width < 300)).toEqual([true, true])
  for (const value of [number, holder.name, '肢体残疾', '三级', '上河村七组一号', '示范县残疾人联合会'])
    expect(insert.words).toContain(value)
  expect(await desk.take(id, 'handOver', { receipt: '本人签收' })).toBe('issued')
  await looksAs(form.pages[0], 'application-form')
  await looksAs(assessed.pages[0], 'assessment-form')
  await looksAs(receipt.pages[0], 'receipt')
  await looksAs(insert.pages[0], 'insert-page')
})

test('a certificate that is a card has no insert pages and waits for none', async () => {
  const holder = await desk.addHolder('1979-05-01')
  const id = await desk.apply(holder.id, { ...papers, claimedCategory: '2', media: 'card3' })
  const { documents } = (await desk.clerk('GET', `/api/v1/certificates/cases/${id}/documents`)).body
  expect(documents.map(({ name }: { name: string }) => name)).not.toContain('insertPages')
  await desk.certify(await desk.addHolder('1978-05-01'), '2', '2')
})

test('who does not meet the standard is told why and what can be done', async () => {
  const holder = await desk.addHolder('1990-02-02')
  const id = await desk.apply(holder.id, { ...papers, claimedCategory: '2' })
  for (const verb of ['submit', 'accept']) await desk.take(id, verb)
  await desk.take(id, 'referForAssessment', { institution: '示范县人民医院' })
  await desk.take(id, 'findNotEligible', { assessedOn: desk.today(), doctors: '评定医师乙', findings: '未达标准' })
  const letter = await print(id, 'refusalLetter')
  for (const value of ['示范县残疾人联合会', '不符合《残疾人残疾分类和分级》', '十个工作日内', '第二十五条'])
    expect(letter.words).toContain(value)
  for (const secret of [holder.idNumber, '未达标准', '评定医师乙']) expect(letter.words).not.toContain(secret)
  await looksAs(letter.pages[0], 'refusal-letter')
})

test('who is refused for another reason is not sent to be assessed again', async () => {
  const holder = await desk.addHolder('1991-02-02')
  const id = await desk.apply(holder.id, { ...papers, claimedCategory: '2' })
  await desk.take(id, 'submit')
  await desk.take(id, 'refuse', { refusalReason: 'not-competent', refusalNote: '户籍不在本县，请向户籍地县级残联申请' })
  const { words } = await print(id, 'refusalLetter')
  expect(words).toContain('不属于本县办理')
  expect(words).toContain('请向户籍地县级残联申请')
  expect(words).not.toContain('十个工作日')
})

test('a town prints what shows nothing in full', async () => {
  const holder = await desk.addHolder('1992-02-02')
  const id = await desk.apply(holder.id, { ...papers, claimedCategory: '2' })
  await desk.take(id, 'submit')
  await desk.take(id, 'accept')
  const town = server.as({ id: 'town', at: '990121100000', may: ['*:*.read', '*:*.print'] })
  expect((await town('POST', path(id, 'receipt'))).status).toBe(201)
  expect((await town('POST', path(id, 'applicationForm'))).status).toBe(403)
})
