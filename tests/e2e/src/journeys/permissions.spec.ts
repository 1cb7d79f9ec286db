import { pathOf } from '@opendpf/kit'
import { expectLoaded, firstRow } from '../pages/open-page.js'
import { registry } from '../pages/pages.js'
import { expect, test } from '../run/test.js'
import type { Username } from '../sign-in/accounts.js'
import { sessionFile } from '../sign-in/accounts.js'

const registers = ['人员', '家庭', '机构', '岗位配备标准']
const business = [...registers, '疑似重复', '组织网络', '岗位配备']

/** What the navigation of each role holds, beside the first page. */
const navigation: Readonly<Record<Username, readonly string[]>> = {
  approver: [...business, '接口密钥', '数据导入', '数据导出', '后台任务'],
  clerk: [...business, '接口密钥', '数据导入', '数据导出', '后台任务'],
  town: [...business, '数据导入', '后台任务'],
  leader: [...registers, '组织网络', '岗位配备'],
  village: [...registers, '组织网络', '岗位配备'],
  sysadmin: ['后台任务'],
  secadmin: ['用户', '角色', '接口密钥'],
  auditadmin: ['操作日志'],
}

for (const [user, links] of Object.entries(navigation) as [Username, readonly string[]][]) {
  test.describe(() => {
    test.use({ user })
    test(`${user} finds in the navigation what the role may do, and nothing else`, async ({ page }) => {
      await page.goto('/')
      await expectLoaded(page)
      const found = await page.getByRole('navigation', { name: '主导航' }).getByRole('link').allInnerTexts()
      expect(found.map((text) => text.trim())).toEqual(['首页', ...links])
    })
  })
}

const person = registry.record('persons.person')

test.describe('somebody of another town', () => {
  test.use({ user: 'town' })
  test('is not there for the town clerk', async ({ page, browser, baseURL }) => {
    const county = await browser.newContext({ storageState: sessionFile('clerk'), ...(baseURL ? { baseURL } : {}) })
    const id = await firstRow(await county.newPage(), person, { within: '990121101000' })
    await county.close()
    expect((await page.request.get(`/api/v1${pathOf(person)}/${id}`)).status()).toBe(404)
    await page.goto(`/m${pathOf(person)}/${id}`)
    await expect(page.getByRole('alert')).toContainText('没有找到')
    await expect(page.getByRole('tab')).toHaveCount(0)
  })
})

test.describe('the leader', () => {
  test.use({ user: 'leader' })
  test('reads what is masked and cannot reveal it', async ({ page }) => {
    const id = await firstRow(page, person)
    await page.goto(`/m${pathOf(person)}/${id}`)
    await expectLoaded(page)
    await expect(page.getByRole('main')).toContainText(/990121\*{8}/)
    for (const name of ['显示完整信息', '显示身份证号', '删除'])
      await expect(page.getByRole('button', { name })).toHaveCount(0)
    await expect(page.getByRole('link', { name: '修改' })).toHaveCount(0)
    const answer = await page.request.post(`/api/v1${pathOf(person)}/${id}/reveal`, {
      headers: { 'X-OpenDPF': '1' },
      data: { fields: ['idNumber'], reason: '核对证件信息' },
    })
    expect(answer.status()).toBe(403)
  })
})

test.describe('the system administrator', () => {
  test.use({ user: 'sysadmin' })
  test('sees nobody', async ({ page }) => {
    for (const address of [`/m${pathOf(person)}`, '/imports', '/exports', '/p/persons/duplicates']) {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 }), address).toHaveText('没有这个页面')
    }
    const answer = await page.request.get(`/api/v1${pathOf(person)}`)
    expect(answer.status()).toBe(403)
  })
})
