import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { cellAt, openSheet, readRows, textOf } from '@opendpf/sheets'
import { expectNoAxeFindings } from '../checks/axe.js'
import { forbidMouse, keyboardOf } from '../keyboard/keyboard.js'
import { expectLoaded } from '../pages/open-page.js'
import { runState } from '../run/run-state.js'
import { expect, test } from '../run/test.js'
import { freshCode } from '../sign-in/fresh-code.js'
import { liveRegion } from './live.js'

const roster = fileURLToPath(new URL('../../../fixtures/data/roster-messy.xlsx', import.meta.url))
const newPhone = '13900001234'

/** The row of the county's workbook that the clerk looks for afterwards. */
async function readEntry(): Promise<{ readonly name: string; readonly idNumber: string }> {
  const workbook = await openSheet(await readFile(roster), { name: 'roster-messy.xlsx' })
  for await (const row of readRows(workbook, 0)) {
    if (row.number === 6) return { name: textOf(cellAt(row, 1)), idNumber: textOf(cellAt(row, 4)) }
  }
  throw new Error('the workbook has no row 6')
}

test('the main job, by keyboard alone: sign in, import, find, change, reveal, sign out', async ({ page }) => {
  test.setTimeout(240_000)
  const entry = await readEntry()
  await forbidMouse(page)
  const keyboard = keyboardOf(page)
  const heading = page.getByRole('heading', { level: 1 })

  await test.step('sign in with the second factor', async () => {
    await page.goto('/')
    await expect(heading).toHaveText('登录')
    await keyboard.fill('用户名', 'clerk')
    await keyboard.fill('密码', runState.credentials('clerk').password)
    await keyboard.press('Enter')
    await expect(heading).toHaveText('第二重验证')
    await keyboard.fill('动态验证码', await freshCode('clerk'))
    await keyboard.press('Enter')
    await expect(heading).toHaveText('工作台')
  })

  await test.step('upload the workbook', async () => {
    await keyboard.enter('link', '数据导入')
    await expect(heading).toHaveText('数据导入')
    await expect(heading).toBeFocused()
    await expectLoaded(page)
    await keyboard.enter('link', '新建导入')
    await expect(heading).toHaveText('新建导入')
    await expectLoaded(page)
    await keyboard.tabTo('combobox', '导入内容')
    await keyboard.type('花名册')
    await keyboard.press('ArrowDown')
    await expect(page.getByRole('option', { name: '持证残疾人花名册' })).toBeVisible()
    await keyboard.press('Enter')
    expect((await keyboard.focused()).value).toBe('持证残疾人花名册')
    const chooser = page.waitForEvent('filechooser')
    await keyboard.tabTo('button', /表格文件/)
    await keyboard.press('Enter')
    await (await chooser).setFiles(roster)
    await keyboard.enter('button', '上传并识别')
  })

  await test.step('confirm what the columns were taken for', async () => {
    await expect(page.getByRole('combobox', { name: '对应的项目：残疾类别' })).toHaveValue('certificate.category')
    await expect(page.getByRole('combobox', { name: '对应的项目：是否低保' })).toHaveValue('status.isOnAllowance')
    await expectNoAxeFindings(page)
    await keyboard.enter('button', '开始试运行')
    await expect(heading).toHaveText('roster-messy.xlsx')
  })

  await test.step('see what is refused and why', async () => {
    await expect(page.getByRole('main')).toContainText('已试运行', { timeout: 60_000 })
    const problems = page.getByRole('table', { name: '有问题的行' })
    await expect(problems.getByRole('row', { name: /身份证号的校验位不对，请逐位核对/ }).first()).toBeVisible()
    await expect(problems.getByRole('row', { name: /长号码已被 Excel 改成数字/ }).first()).toBeVisible()
    await expectNoAxeFindings(page)
  })

  await test.step('write the rows that are right', async () => {
    await keyboard.tabTo('radio', /只写入没有问题的行/)
    await keyboard.enter('button', '正式写入')
    await expect(page.getByRole('alertdialog')).toHaveAccessibleName(/写入 \d+ 行？/)
    await expectNoAxeFindings(page)
    await keyboard.enter('button', '正式写入')
    await expect(page.getByRole('alertdialog')).toHaveCount(0)
    await expect(page.getByRole('main')).toContainText(/导入完成：新增 \d+ 行/, { timeout: 90_000 })
  })

  await test.step('find the person by name, by initials, by ID number', async () => {
    await keyboard.tabBackTo('DisclosureTriangle', '人员与家庭')
    await keyboard.press('Enter')
    await keyboard.enter('link', '人员')
    await expect(heading).toHaveText('人员')
    await expectLoaded(page)
    const row = page.getByRole('rowheader', { name: entry.name })
    await keyboard.fill(/^姓名/, entry.name)
    await keyboard.press('Enter')
    await expect(liveRegion(page)).toHaveText(/^共 1 条，第 1 页，按姓名升序排列/)
    await expect(row).toBeVisible()
    expect(page.url()).not.toContain(encodeURIComponent(entry.name))
    await keyboard.fill(/^姓名/, 'sgyj')
    await keyboard.press('Enter')
    await expect(row).toBeVisible()
    await keyboard.fill(/^姓名/, '')
    await keyboard.fill(/^身份证号（完整号码）/, entry.idNumber)
    await keyboard.press('Enter')
    await expect(liveRegion(page)).toHaveText(/^共 1 条/)
    await expect(row).toBeVisible()
    expect(page.url()).not.toContain(entry.idNumber)
    await expect(page.getByRole('main').getByRole('table')).not.toContainText(entry.idNumber)
  })

  await test.step('open the record and change the phone', async () => {
    await keyboard.enter('link', entry.name)
    await expect(heading).toHaveText(entry.name)
    await expect(heading).toBeFocused()
    await keyboard.enter('link', '修改')
    await expect(heading).toHaveText('修改人员')
    await keyboard.fill(/^联系电话/, newPhone)
    await keyboard.enter('button', '保存')
    await expect(liveRegion(page)).toHaveText('已保存')
    await expect(heading).toHaveText(entry.name)
  })

  await test.step('see the change with who made it', async () => {
    await keyboard.tabTo('tab', '基本信息')
    while ((await keyboard.focused()).name !== '变更历史') await keyboard.press('ArrowRight')
    await keyboard.press('Enter')
    const latest = page.getByRole('listitem').filter({ hasText: '当前版本' })
    await expect(latest).toContainText('县级经办人')
    await expect(latest.getByRole('row', { name: /^联系电话/ })).toBeVisible()
  })

  await test.step('reveal the ID number with a reason', async () => {
    while ((await keyboard.focused()).name !== '基本信息') await keyboard.press('ArrowLeft')
    await keyboard.press('Enter')
    await expect(page.getByRole('main')).not.toContainText(entry.idNumber)
    await keyboard.enter('button', '显示身份证号')
    await expect(page.getByRole('dialog')).toHaveAccessibleName('显示完整信息')
    await keyboard.enter('button', '显示')
    await expect(page.getByRole('radiogroup', { name: '查看原因' })).toHaveAccessibleDescription('请选择查看原因')
    await expectNoAxeFindings(page)
    await keyboard.tabTo('radio', /办理本人申请的业务/)
    await keyboard.press('Space')
    await keyboard.enter('button', '显示')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('main')).toContainText(entry.idNumber)
  })

  await test.step('find it in the access log', async () => {
    await keyboard.tabBackTo('tab', '基本信息')
    while ((await keyboard.focused()).name !== '查看记录') await keyboard.press('ArrowRight')
    await keyboard.press('Enter')
    const log = page.getByRole('table', { name: '查看记录' })
    await expect(log.getByRole('row', { name: /县级经办人 显示完整信息 身份证号 办理本人申请的业务/ })).toBeVisible()
  })

  await test.step('sign out', async () => {
    await keyboard.tabBackTo('button', /^用户菜单/)
    await keyboard.press('Enter')
    await expect(page.getByRole('menuitem', { name: '退出登录' })).toBeVisible()
    await keyboard.press('End', 'Enter')
    await expect(heading).toHaveText('登录')
    await page.goBack()
    await expect(heading).toHaveText('登录')
  })
})
