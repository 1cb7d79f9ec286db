import { pathOf } from '@opendpf/kit'
import { expectNoAxeFindings } from '../checks/axe.js'
import { expectLoaded } from '../pages/open-page.js'
import { registry } from '../pages/pages.js'
import { samplePicture } from '../pages/sample-picture.js'
import { expect, test } from '../run/test.js'
import { liveRegion } from './live.js'
import { createPerson } from './persons.js'

test.use({ user: 'approver' })

const cases = registry.record('certificates.case')

test('the scans of a case are brought with the keyboard, kept, and opened for a reason', async ({ page }) => {
  const person = await createPerson(page, { name: '司徒附件' })
  const made = await page.request.post(`/api/v1${pathOf(cases)}`, {
    headers: { 'X-OpenDPF': '1' },
    data: { person, item: 'new', channel: 'counter', applicant: 'self', appliedOn: '2026-06-01' },
  })
  expect(made.status(), await made.text()).toBe(201)
  const { id } = (await made.json()) as { readonly id: string }
  await page.goto(`/m${pathOf(cases)}/${id}/edit`)
  await expectLoaded(page)

  const field = page.getByRole('group', { name: /^申请材料扫描件/ })
  const choose = field.getByRole('button', { name: '选择文件：申请材料扫描件' })
  await choose.focus()
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Enter')
  await (await chooser).setFiles([
    { name: '身份证.png', mimeType: 'image/png', buffer: samplePicture },
    { name: '户口簿.png', mimeType: 'image/png', buffer: samplePicture },
    { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('not a scan') },
  ])
  const list = field.getByRole('list', { name: '已上传的文件：申请材料扫描件' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await expect(field).toContainText('文件“说明.txt”的实际格式不在可上传之列')
  await expectNoAxeFindings(page)

  await field.getByRole('button', { name: '移除“户口簿.png”' }).focus()
  await page.keyboard.press('Enter')
  await expect(field.getByRole('button', { name: '撤销移除“户口簿.png”' })).toBeFocused()
  await expect(liveRegion(page)).toContainText('已移除“户口簿.png”')
  await expectNoAxeFindings(page)
  await page.getByRole('button', { name: '保存' }).click()

  await expect(page.getByRole('heading', { level: 1, name: '司徒附件' })).toBeVisible()
  await expectLoaded(page)
  await expect(page.getByRole('main')).toContainText('文件 1')
  await expect(page.getByRole('main')).not.toContainText('身份证.png')
  await page.getByRole('button', { name: '显示申请材料扫描件' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio').first().check()
  await dialog.getByRole('button', { name: '显示' }).click()
  await page.getByRole('button', { name: '打开“身份证.png”' }).click()
  const shown = page.getByRole('dialog', { name: '身份证.png' })
  const picture = shown.getByRole('img', { name: '身份证.png' })
  await expect(picture).toBeVisible()
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
  await expectNoAxeFindings(page)
  await shown.getByRole('button', { name: '关闭' }).click()

  await page.getByRole('tab', { name: '查看记录' }).click()
  await expect(page.getByRole('main')).toContainText('申请材料扫描件')
})
