import type { Browser, Page } from '@playwright/test'
import { expectNoAxeFindings } from '../checks/axe.js'
import { expectReflow } from '../checks/reflow.js'
import { firstRow, openPage } from '../pages/open-page.js'
import { registry } from '../pages/pages.js'
import { expect, test } from '../run/test.js'

const certificate = registry.record('certificates.certificate')
const result = (page: Page) => page.getByRole('region', { name: '核验结果' }).getByRole('heading', { level: 2 })

/** Shows an e-certificate from the page of a valid certificate, and answers what its code holds. */
async function showOne(page: Page): Promise<string> {
  const id = await firstRow(page, certificate, { filters: { state: { any: ['valid'] } } })
  await openPage(page, { name: 'certificate', user: 'approver', address: () => `/m/certificates/certificates/${id}` })
  await page.getByRole('button', { name: '出示电子证' }).click()
  const dialog = page.getByRole('dialog', { name: '电子残疾人证' })
  await expect(dialog.getByRole('img', { name: /二维码/ })).toBeVisible()
  await expectNoAxeFindings(page)
  await dialog.getByText('二维码的文字内容').click()
  const text = (await dialog.getByText(/^eyJ/).textContent()) ?? ''
  await page.emulateMedia({ media: 'print' })
  await expect(dialog.getByRole('img', { name: /二维码/ })).toBeVisible()
  await expect(dialog.getByRole('button')).toHaveCount(0)
  await page.emulateMedia({ media: 'screen' })
  return text
}

async function verify(page: Page, text: string): Promise<void> {
  await page.getByLabel('二维码内容').fill(text)
  await page.getByRole('button', { name: '核验', exact: true }).click()
}

test.describe(() => {
  test.use({ user: 'approver' })

  test('somebody without an account verifies an e-certificate, with the network off, and with a browser that runs no script', async ({
    page,
    browser,
    baseURL,
  }) => {
    const text = await showOne(page)
    const tampered = text.slice(0, 200) + (text[200] === 'A' ? 'B' : 'A') + text.slice(201)
    await verifyOffline(browser, baseURL, { text, tampered })
    const scriptless = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false })
    const plain = await scriptless.newPage()
    await plain.goto('/verify')
    await verify(plain, text)
    await expect(result(plain)).toContainText('有效')
    expect(plain.url()).not.toContain(text.slice(0, 20))
    await verify(plain, tampered)
    await expect(result(plain)).toContainText('不是真的')
    await scriptless.close()
  })
})

async function verifyOffline(
  browser: Browser,
  baseURL: string | undefined,
  { text, tampered }: { readonly text: string; readonly tampered: string },
): Promise<void> {
  const anybody = await browser.newContext(baseURL ? { baseURL } : {})
  const desk = await anybody.newPage()
  await desk.goto('/verify')
  await expect(desk.getByRole('status')).toContainText('断网也能核验')
  await expectNoAxeFindings(desk)
  await anybody.setOffline(true)
  await verify(desk, text)
  await expect(result(desk)).toContainText('有效')
  await expect(result(desk)).toBeFocused()
  await expectNoAxeFindings(desk)
  await verify(desk, tampered)
  await expect(result(desk)).toContainText('不是真的')
  await expectNoAxeFindings(desk)
  await anybody.close()
}

test.describe(() => {
  // the large text of this check is a style of its own, which the page would not let in
  test.use({ bypassCSP: true })

  for (const address of ['/certificates/verify', '/certificates/verify?lang=en'])
    test(`nothing of ${address} is lost on a phone or in large text`, async ({ page }) => {
      await page.goto(address)
      await expectReflow(page)
      await page.locator('#credential').fill('eyJ0.eyJ0.eyJ0~')
      await page.locator('button[type=submit]').click()
      await expect(page.locator('#result h2')).toBeVisible()
      await expectReflow(page)
      await expectNoAxeFindings(page)
    })
})
