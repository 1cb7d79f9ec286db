import { expectNoAxeFindings } from '../checks/axe.js'
import { forbidMouse, keyboardOf } from '../keyboard/keyboard.js'
import { expectLoaded } from '../pages/open-page.js'
import { expect, test } from '../run/test.js'
import { liveRegion } from './live.js'

test.use({ user: 'approver' })

test('a form, by keyboard alone: what is wrong, where it is, repaired, saved', async ({ page }) => {
  await forbidMouse(page)
  const keyboard = keyboardOf(page)
  await page.goto('/m/organisations/staffing-rules/new')
  await expectLoaded(page)

  await test.step('an empty form says all that is missing', async () => {
    await keyboard.enter('button', '保存')
    const summary = page.getByRole('region', { name: /^提交未成功：有 6 处需要修改$/ })
    await expect(summary).toBeFocused()
    await expect(summary.getByRole('link')).toHaveText([
      '请选择岗位类别',
      '请选择适用层级',
      '请填写持证人数下限',
      '请填写配备人数',
      '请填写执行日期',
      '请填写依据文号',
    ])
    await expectNoAxeFindings(page)
  })

  await test.step('each line leads to its field, and the field says the same', async () => {
    await keyboard.enter('link', '请填写依据文号')
    const field = await keyboard.focused()
    expect(field).toMatchObject({ role: 'textbox', name: '依据文号', description: '请填写依据文号' })
    expect(field.properties).toMatchObject({ required: true, invalid: 'true' })
    await keyboard.type('示残联〔2026〕8号')
    expect((await keyboard.focused()).properties).toMatchObject({ invalid: 'false' })
  })

  await test.step('a date is understood as people write it, and picked from the calendar', async () => {
    await keyboard.tabBackTo('textbox', '执行日期')
    await keyboard.type('20260331')
    await keyboard.press('Tab')
    await expect(page.getByRole('textbox', { name: '执行日期' })).toHaveValue('2026-03-31')
    await keyboard.enter('button', '打开日历：执行日期')
    await expect(page.getByRole('dialog', { name: '执行日期' })).toBeVisible()
    expect((await keyboard.focused()).name).toContain('2026年3月31日')
    await keyboard.press('ArrowRight', 'Enter')
    await expect(page.getByRole('textbox', { name: '执行日期' })).toHaveValue('2026-04-01')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    expect((await keyboard.focused()).name).toBe('打开日历：执行日期')
  })

  await test.step('the rest', async () => {
    await keyboard.tabBackTo('textbox', '配备人数')
    await keyboard.type('２')
    await keyboard.tabBackTo('textbox', '持证人数下限')
    await keyboard.type('10')
    await keyboard.tabBackTo('radio', '村（社区）')
    await keyboard.press('Space')
    await keyboard.tabBackTo('combobox', '岗位类别')
    await keyboard.choose('岗位类别', '残疾人专职委员')
    await keyboard.fill(/^月补贴标准/, '300.5')
    await keyboard.enter('button', '保存')
    await expect(liveRegion(page)).toHaveText(/^已新增/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('示残联〔2026〕8号')
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await expect(page.getByRole('main')).toContainText('300.50')
  })
})
