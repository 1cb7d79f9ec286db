import { readFile } from 'node:fs/promises'
import { openSheet, readRows, textOf } from '@opendpf/sheets'
import { expectNoAxeFindings } from '../checks/axe.js'
import { expectLoaded } from '../pages/open-page.js'
import { expect, test } from '../run/test.js'
import { sessionFile } from '../sign-in/accounts.js'
import { town } from './persons.js'

test.use({ user: 'clerk' })

const reason = '核对本镇持证人员名单'

test('full values leave the system only when somebody else lets them', async ({ page, browser, baseURL }) => {
  test.setTimeout(120_000)
  await test.step('the clerk asks', async () => {
    await page.goto(`/m/persons/persons?within=${town}`)
    await expectLoaded(page)
    await page.getByRole('button', { name: '导出' }).click()
    const dialog = page.getByRole('dialog', { name: '导出人员' })
    await dialog.getByRole('radio', { name: '完整信息，须经另一人批准' }).check()
    await dialog.getByRole('button', { name: '提交导出' }).click()
    await expect(dialog.getByRole('textbox', { name: '导出用途' })).toBeFocused()
    await expectNoAxeFindings(page)
    await dialog.getByRole('textbox', { name: '导出用途' }).fill(reason)
    await dialog.getByRole('button', { name: '提交导出' }).click()
    await expect(dialog).toHaveCount(0)
    await page.goto('/exports')
    await expect(page.getByRole('row').filter({ hasText: reason }).first()).toContainText('待批准')
    await expect(page.getByRole('button', { name: /^批准/ })).toHaveCount(0)
  })

  await test.step('the approver lets it out', async () => {
    const other = await browser.newContext({ storageState: sessionFile('approver'), ...(baseURL ? { baseURL } : {}) })
    const approval = await other.newPage()
    await approval.goto('/exports')
    const row = approval.getByRole('row').filter({ hasText: reason }).first()
    await expect(row).toContainText('县级经办人')
    await row.getByRole('button', { name: /^批准/ }).click()
    await expect(row.getByRole('button')).toHaveCount(0)
    await other.close()
  })

  await test.step('the file arrives, with a mark of who took it', async () => {
    const row = page.getByRole('row').filter({ hasText: reason }).first()
    await expect(async () => {
      await page.reload()
      await expect(row).toContainText('可下载', { timeout: 2000 })
    }).toPass({ timeout: 60_000 })
    await expectNoAxeFindings(page)
    const arriving = page.waitForEvent('download')
    await row.getByRole('link', { name: /^下载导出文件/ }).click()
    const download = await arriving
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
    const workbook = await openSheet(await readFile(await download.path()), { name: download.suggestedFilename() })
    const rows: string[] = []
    for await (const { cells } of readRows(workbook, 0)) rows.push(cells.map(textOf).join('\t'))
    expect(rows.filter((text) => text.includes('县级经办人') && text.includes(reason))).toHaveLength(1)
    expect(rows.filter((text) => /\b990121\d{11}[\dX]\b/.test(text)).length).toBeGreaterThan(0)
  })
})
