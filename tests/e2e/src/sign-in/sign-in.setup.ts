import { shippedRole } from '@opendpf/access'
import type { Page } from '@playwright/test'
import { runState } from '../run/run-state.js'
import { expect, test } from '../run/test.js'
import type { Username } from './accounts.js'
import { accounts, authenticators, sessionFile, usernames } from './accounts.js'
import { expectNavigation } from './navigation.js'
import { codeAt, stepOf } from './totp.js'

for (const user of usernames) {
  const needsSecondFactor = shippedRole(accounts[user])?.needsSecondFactor === true
  test(`${user} signs in${needsSecondFactor ? ', binds an authenticator' : ''} and finds what the role may do`, async ({
    page,
  }) => {
    const { password, name } = runState.credentials(user)
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1, name: '登录' })).toBeVisible()
    await page.getByRole('textbox', { name: '用户名' }).fill(user)
    await page.getByRole('textbox', { name: '密码' }).fill(password)
    await page.getByRole('button', { name: '登录' }).click()
    if (needsSecondFactor) await bindAuthenticator(page, user)
    await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible()
    await expect(page.getByRole('main')).toContainText(`${name}，您好`)
    await expectNavigation(page, user)
    await page.context().storageState({ path: sessionFile(user) })
  })
}

/** Whoever can take personal data out in clear cannot get past this page without a second factor. */
async function bindAuthenticator(page: Page, user: Username): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: '绑定验证器' })).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: '绑定验证器' })).toBeVisible()
  await expect(page.getByRole('img', { name: /二维码/ })).toBeVisible()
  const secret = ((await page.getByRole('code').textContent()) ?? '').replace(/\s/g, '')
  await page.getByRole('textbox', { name: '填写验证器显示的 6 位验证码' }).fill('000000')
  await page.getByRole('button', { name: '完成绑定' }).click()
  await expect(page.getByRole('textbox', { name: '填写验证器显示的 6 位验证码' })).toHaveAccessibleDescription(
    /验证码不对或已过期/,
  )
  const now = Date.now()
  await page.getByRole('textbox', { name: '填写验证器显示的 6 位验证码' }).fill(codeAt(secret, now))
  await page.getByRole('button', { name: '完成绑定' }).click()
  await expect(page.getByRole('heading', { name: '请保存恢复码' })).toBeVisible()
  const recoveryCodes = await page.getByRole('listitem').allTextContents()
  expect(recoveryCodes).toHaveLength(10)
  authenticators.write(user, { secret, usedStep: stepOf(now), recoveryCodes })
  await page.getByRole('button', { name: '我已保存恢复码' }).click()
}
