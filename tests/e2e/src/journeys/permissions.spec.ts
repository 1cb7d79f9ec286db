import { pathOf } from '@opendpf/kit'
import { expectLoaded, firstRow } from '../pages/open-page.js'
import { registry } from '../pages/pages.js'
import { expect, test } from '../run/test.js'
import { sessionFile } from '../sign-in/accounts.js'

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
