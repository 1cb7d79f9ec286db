import { pathOf } from '@opendpf/kit'
import { expectNoAxeFindings } from '../checks/axe.js'
import { expectLoaded } from '../pages/open-page.js'
import { registry } from '../pages/pages.js'
import { expect, test } from '../run/test.js'
import { createPerson } from './persons.js'

test.use({ user: 'approver' })

const cases = registry.record('certificates.case')

test('the application form of a case is previewed and printed with the keyboard, and its copy is listed', async ({
  page,
}) => {
  const person = await createPerson(page, { name: '司徒打印' })
  const made = await page.request.post(`/api/v1${pathOf(cases)}`, {
    headers: { 'X-OpenDPF': '1' },
    data: { person, item: 'new', channel: 'counter', applicant: 'self', appliedOn: '2026-06-01' },
  })
  expect(made.status(), await made.text()).toBe(201)
  const { id } = (await made.json()) as { readonly id: string }
  await page.goto(`/m${pathOf(cases)}/${id}?tab=documents`)
  await expectLoaded(page)

  const form = page.getByRole('region', { name: '残疾人证申请表' })
  const preview = form.getByRole('link', { name: '预览“残疾人证申请表”（在新标签页中打开）' })
  const shown = await page.request.get((await preview.getAttribute('href')) ?? '')
  expect(shown.headers()['content-type']).toBe('application/pdf')
  await expect(page.getByRole('region', { name: '受理回执' })).toContainText('暂不能打印')
  await expectNoAxeFindings(page)

  await form.getByRole('button', { name: '打印“残疾人证申请表”' }).focus()
  await page.keyboard.press('Enter')
  await expect(form.getByRole('link', { name: '打开“残疾人证申请表”（在新标签页中打开）' })).toBeFocused()
  const copies = form.getByRole('table', { name: '“残疾人证申请表”的打印记录' })
  await expect(copies).toContainText('第1份')
  await expectNoAxeFindings(page)
  const again = copies.getByRole('link', { name: '再次打开“残疾人证申请表”第1份（在新标签页中打开）' })
  const kept = await page.request.get((await again.getAttribute('href')) ?? '')
  expect((await kept.body()).subarray(0, 4).toString()).toBe('%PDF')
})
