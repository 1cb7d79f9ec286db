// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderApp } from '../testing/render-app.js'

const password = 'a long test password'

async function signIn(username: string, secret = password, address = '/sign-in') {
  const app = await renderApp(address, { isSignedIn: false })
  await app.user.type(await screen.findByLabelText(/^用户名/), username)
  await app.user.click(screen.getByLabelText(/^密码/, { selector: 'input' }))
  await app.user.paste(secret)
  await app.user.click(screen.getByRole('button', { name: '登录' }))
  return app
}

describe('signing in', () => {
  it('says in words what is wrong, at the field, and keeps the user name', async () => {
    await signIn('zhang', 'wrong')
    const box = screen.getByLabelText(/^密码/, { selector: 'input' })
    await waitFor(() => expect(box).toHaveAccessibleDescription(/用户名或密码不对/))
    expect(box).toHaveFocus()
    expect(screen.getByLabelText(/^用户名/)).toHaveValue('zhang')
  })

  it('asks for what is missing before it asks the server', async () => {
    const { server, user } = await renderApp('/sign-in', { isSignedIn: false })
    await user.click(await screen.findByRole('button', { name: '登录' }))
    expect(screen.getByLabelText(/^用户名/)).toHaveAccessibleDescription('请填写用户名')
    expect(server.requests.filter(({ url }) => url.endsWith('/session'))).toEqual([])
  })

  it('shows the password when asked', async () => {
    const { user } = await renderApp('/sign-in', { isSignedIn: false })
    const box = await screen.findByLabelText(/^密码/, { selector: 'input' })
    await user.click(screen.getByRole('button', { name: '显示密码：密码' }))
    expect(box).toHaveAttribute('type', 'text')
  })

  it('leads to where the person wanted to go', async () => {
    const { history } = await signIn('zhang', password, '/m/devices/suppliers?kind=shop')
    expect(await screen.findByRole('heading', { level: 1, name: '供应单位' })).toBeVisible()
    expect(history.location.href).toBe('/m/devices/suppliers?kind=shop')
  })

  it('never follows an address of another site', async () => {
    const { history } = await signIn('zhang', password, '/sign-in?to=//evil.example/')
    expect(await screen.findByRole('heading', { level: 1, name: '工作台' })).toBeVisible()
    expect(history.location.pathname).toBe('/')
  })

  it('takes the code of an authenticator or a recovery code', async () => {
    const { user } = await signIn('factor')
    await user.type(await screen.findByLabelText(/动态验证码/), '000000')
    await user.click(screen.getByRole('button', { name: '验证并登录' }))
    await waitFor(() => expect(screen.getByLabelText(/动态验证码/)).toHaveAccessibleDescription(/验证码不对或已过期/))
    await user.click(screen.getByRole('button', { name: /改用恢复码/ }))
    await user.type(screen.getByLabelText(/恢复码/), 'aaaa-bbbb')
    await user.click(screen.getByRole('button', { name: '验证并登录' }))
    expect(await screen.findByRole('heading', { level: 1, name: '工作台' })).toBeVisible()
  })

  it('binds an authenticator: secret as image and as text, then the recovery codes once', async () => {
    const { user } = await signIn('enrol')
    expect(await screen.findByRole('img', { name: /验证器二维码/ })).toHaveAttribute(
      'src',
      expect.stringContaining('svg'),
    )
    expect(screen.getByText('JBSW Y3DP EHPK 3PXP')).toBeVisible()
    await user.type(screen.getByLabelText(/6 位验证码/), '123 456')
    await user.click(screen.getByRole('button', { name: '完成绑定' }))
    expect(await screen.findByText('cccc-dddd')).toBeVisible()
    await user.click(screen.getByRole('button', { name: '我已保存恢复码' }))
    expect(await screen.findByRole('heading', { level: 1, name: '工作台' })).toBeVisible()
  })

  it('asks for a new password first where one was given out', async () => {
    const { user } = await signIn('fresh')
    const fill = async (label: RegExp, text: string) => {
      const box = await screen.findByLabelText(label, { selector: 'input' })
      await user.clear(box)
      await user.type(box, text)
    }
    await fill(/^当前密码/, password)
    await fill(/^新密码/, '九个字的口令不够长')
    await user.click(screen.getByRole('button', { name: '保存新密码' }))
    expect(screen.getByLabelText(/^新密码/, { selector: 'input' })).toHaveAccessibleDescription(
      /新密码至少 10 个字符.*至少 10 个字符；/s,
    )
    await fill(/^新密码/, 'another long password')
    await fill(/^再填一次/, 'another long passwort')
    await user.click(screen.getByRole('button', { name: '保存新密码' }))
    expect(screen.getByLabelText(/^再填一次/, { selector: 'input' })).toHaveAccessibleDescription(
      /两次填写的新密码不一致/,
    )
    await fill(/^再填一次/, 'another long password')
    await user.click(screen.getByRole('button', { name: '保存新密码' }))
    expect(await screen.findByRole('heading', { level: 1, name: '工作台' })).toBeVisible()
  })
})

describe('the accessibility statement', () => {
  it('is open to whoever is not signed in', async () => {
    const { user, history } = await renderApp('/', { isSignedIn: false })
    await user.click(await screen.findByRole('link', { name: '无障碍声明' }))
    expect(await screen.findByRole('heading', { level: 1, name: '无障碍声明' })).toBeVisible()
    expect(screen.getByRole('main')).toHaveTextContent(/GB\/T 37668-2019.*二级.*2\.2 AA 级/)
    expect(screen.getByRole('main')).toHaveTextContent(/不宣称已经符合/)
    expect(history.location.pathname).toBe('/accessibility')
  })
})

describe('signing out', () => {
  it('forgets drafts', async () => {
    const { user, history } = await renderApp('/')
    globalThis.sessionStorage.setItem('opendpf.draft:u1:x:new', '{}')
    await user.click(await screen.findByRole('button', { name: /^用户菜单：\s*张明/ }))
    await user.click(within(await screen.findByRole('menu')).getByRole('menuitem', { name: '退出登录' }))
    expect(await screen.findByRole('heading', { level: 1, name: '登录' })).toBeVisible()
    expect(globalThis.sessionStorage.length).toBe(0)
    expect(history.location.pathname).toBe('/sign-in')
  })
})
