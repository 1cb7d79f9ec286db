import { expectNoAxeFindings } from '../checks/axe.js'
import { expectLoaded } from '../pages/open-page.js'
import { expect, test } from '../run/test.js'
import { createPerson } from './persons.js'

test.use({ user: 'clerk' })

test('somebody who is perhaps registered already: a warning before anything is written, and a pair to review', async ({
  page,
}) => {
  await createPerson(page, { name: '欧阳重复', birthDate: '1971-03-04' })
  await page.goto('/m/persons/persons/new')
  await expectLoaded(page)
  await page.getByRole('textbox', { name: '姓名' }).fill('欧阳重复')
  await page.getByRole('textbox', { name: /^出生日期/ }).fill('1971年3月4日')
  const town = page.getByRole('group', { name: /^户籍地/ }).getByRole('combobox', { name: '乡镇（街道）' })
  // the list closes when the form is drawn anew while somebody types
  await expect(async () => {
    await town.fill('')
    await page.keyboard.insertText('城关镇')
    // opens the list if it is not open yet, and goes to its first option in any case
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('option', { name: '城关镇' })).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await page.keyboard.press('Enter')
  await expect(town).toHaveValue('城关镇')
  await page.getByRole('button', { name: '保存', exact: true }).click()

  const warning = page.getByRole('region', { name: /^保存前请核对：有 \d+ 处提醒$/ })
  await expect(warning).toBeFocused()
  await expectNoAxeFindings(page)
  await page.getByRole('button', { name: '已核对，仍然保存' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '欧阳重复' })).toBeVisible()

  await page.goto('/p/persons/duplicates')
  await expectLoaded(page)
  const pair = page.getByRole('row').filter({ hasText: '欧阳重复' })
  await expect(pair.first()).toBeVisible()
  await expectNoAxeFindings(page)
  await pair.first().getByRole('link').first().click()
  await expectLoaded(page)
  await expect(
    page.getByRole('group', { name: '保留哪一份档案' }).or(page.getByRole('radiogroup', { name: '保留哪一份档案' })),
  ).toBeVisible()
  await expectNoAxeFindings(page)
})
