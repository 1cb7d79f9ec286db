import { expectNoAxeFindings } from '../checks/axe.js'
import { expectLoaded } from '../pages/open-page.js'
import { expect, test } from '../run/test.js'
import { createPerson } from './persons.js'

test.use({ user: 'approver' })

test('a removed person comes back with one click', async ({ page }) => {
  const id = await createPerson(page, { name: '司徒删除' })
  await page.goto(`/m/persons/persons/${id}`)
  await expectLoaded(page)
  await page.getByRole('button', { name: '删除' }).click()
  const dialog = page.getByRole('alertdialog', { name: '删除人员“司徒删除”？' })
  await expect(dialog).toBeVisible()
  await expectNoAxeFindings(page)
  await dialog.getByRole('textbox', { name: /^删除原因/ }).fill('重复登记')
  await dialog.getByRole('button', { name: '删除' }).click()

  const note = page.getByRole('region', { name: '通知' })
  await expect(note).toContainText('已删除“司徒删除”')
  await expect(page.getByRole('heading', { level: 1, name: '人员' })).toBeVisible()
  expect((await page.request.get(`/api/v1/persons/persons/${id}`)).status()).toBe(404)
  await expectNoAxeFindings(page)

  await note.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '司徒删除' })).toBeVisible()
  await expect(note).toContainText('已恢复“司徒删除”')
  await page.getByRole('tab', { name: '变更历史' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '恢复' }).first()).toContainText('县级审批人')
})
