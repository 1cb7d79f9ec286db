import { expectNoAxeFindings } from '../checks/axe.js'
import { expectLoaded } from '../pages/open-page.js'
import { expect, test } from '../run/test.js'
import { sessionFile } from '../sign-in/accounts.js'
import { createPerson } from './persons.js'

test.use({ user: 'clerk' })

test('two people change the same person: the second sees it and loses nothing', async ({ page, browser, baseURL }) => {
  const id = await createPerson(page, { name: '冲突同志', remark: '原来的备注' })
  await page.goto(`/m/persons/persons/${id}/edit`)
  await expectLoaded(page)
  await page.getByRole('textbox', { name: /^备注/ }).fill('经办人写的备注')

  const other = await browser.newContext({ storageState: sessionFile('approver'), ...(baseURL ? { baseURL } : {}) })
  const otherPage = await other.newPage()
  await otherPage.goto(`/m/persons/persons/${id}/edit`)
  await otherPage.getByRole('textbox', { name: /^备注/ }).fill('审批人写的备注')
  await otherPage.getByRole('textbox', { name: /^联系电话/ }).fill('13900005678')
  await otherPage.getByRole('button', { name: '保存' }).click()
  await expect(otherPage.getByRole('heading', { level: 1, name: '冲突同志' })).toBeVisible()
  await other.close()

  await page.getByRole('button', { name: '保存' }).click()
  const notice = page.getByRole('alert').filter({ hasText: '这条记录已被他人修改' })
  await expect(notice).toContainText('您打开之后，县级审批人修改了这条记录')
  await expect(notice.getByRole('row', { name: /^备注/ })).toContainText('审批人写的备注')
  await expect(notice.getByRole('row', { name: /^备注/ })).toContainText('经办人写的备注')
  await expect(notice.getByRole('row', { name: /^联系电话/ })).toContainText('139')
  await expect(page.getByRole('textbox', { name: /^备注/ })).toHaveValue('经办人写的备注')
  await expectNoAxeFindings(page)

  await page.getByRole('button', { name: '按最新版本继续保存' }).click()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '冲突同志' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('经办人写的备注')
  await expect(page.getByRole('main')).toContainText('第 3 版')
})
