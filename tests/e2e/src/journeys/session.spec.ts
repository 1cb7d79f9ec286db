import { expectNoAxeFindings } from '../checks/axe.js'
import { expectLoaded } from '../pages/open-page.js'
import { runState } from '../run/run-state.js'
import { expect, test } from '../run/test.js'
import { createPerson } from './persons.js'

test.use({ user: 'town' })

test('a session that ends while a form is being filled in takes nothing away', async ({ page }) => {
  const id = await createPerson(page, { name: '夏侯超时' })
  await page.goto(`/m/persons/persons/${id}/edit`)
  await expectLoaded(page)
  await page.getByRole('textbox', { name: /^备注/ }).fill('入户走访后补记')
  // nothing is under way that could hear of it first
  await page.waitForLoadState('networkidle')
  await page.context().clearCookies()
  await page.getByRole('button', { name: '保存' }).click()

  const dialog = page.getByRole('dialog', { name: '登录已过期，请重新登录' })
  await expect(dialog).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: '用户名' })).toHaveValue('town')
  await expectNoAxeFindings(page)
  await dialog.getByRole('textbox', { name: '密码' }).fill('不是这个密码')
  await dialog.getByRole('button', { name: '登录' }).click()
  await expect(dialog.getByRole('textbox', { name: '密码' })).toHaveAccessibleDescription(/用户名或密码不对/)
  await dialog.getByRole('textbox', { name: '密码' }).fill(runState.credentials('town').password)
  await dialog.getByRole('button', { name: '登录' }).click()

  await expect(page.getByRole('heading', { level: 1, name: '夏侯超时' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('入户走访后补记')
})
