// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { testRegistry } from '../testing/modules.js'
import { showPanel } from '../testing/panels.js'
import { accessAdmin } from './access-admin.js'
import { KeyPanel } from './key-panel.js'
import { PatternsInput } from './patterns-input.js'
import { patternsWidget } from './patterns-widget.js'
import { permissionTitle } from './permission-titles.js'
import { PermissionsPanel } from './permissions-panel.js'
import { SignInPanel } from './sign-in-panel.js'

afterEach(cleanup)
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const facts = {
  lastSignInAt: null,
  hasPassword: true,
  mustChangePassword: false,
  hasSecondFactor: true,
  lockedUntil: null,
}
const path = '/access/users/u1'

describe('the sign-in panel', () => {
  it('says how somebody signs in', async () => {
    await showPanel(<SignInPanel id="u1" />, {
      [`GET ${path}/sign-in`]: { ...facts, lastSignInAt: '2026-06-15T02:00:00.000Z' },
    })
    expect(await screen.findByText('2026-06-15 10:00')).toBeDefined()
    expect(screen.getByText('已由本人设置')).toBeDefined()
    expect(screen.getByText('已绑定')).toBeDefined()
  })

  it('resets a password after asking, and shows the new one until it is noted', async () => {
    const { requests } = await showPanel(<SignInPanel id="u1" />, {
      [`GET ${path}/sign-in`]: { ...facts, hasPassword: false },
      [`POST ${path}/reset-password`]: { password: 'aBcDe-FgHij-kLmN' },
    })
    await press('重置密码')
    const dialog = await screen.findByRole('alertdialog')
    expect(requests).not.toContain(`POST ${path}/reset-password`)
    await userEvent.click(within(dialog).getByRole('button', { name: '重置密码' }))
    expect(await screen.findByText('aBcDe-FgHij-kLmN')).toBeDefined()
    await press('我已记下')
    await waitFor(() => expect(screen.queryByText('aBcDe-FgHij-kLmN')).toBeNull())
  })

  it('shows a lock and lifts it', async () => {
    let lockedUntil: string | null = '2026-06-15T02:15:00.000Z'
    await showPanel(<SignInPanel id="u1" />, {
      [`GET ${path}/sign-in`]: () => ({ ...facts, lockedUntil }),
      [`POST ${path}/unlock`]: () => {
        lockedUntil = null
      },
    })
    expect(await screen.findByText(/账号锁定至 2026-06-15 10:15/)).toBeDefined()
    await press('解除锁定')
    await waitFor(() => expect(screen.queryByText(/账号锁定至/)).toBeNull())
  })

  it('offers nothing against oneself, and nothing one may not do', async () => {
    await showPanel(<SignInPanel id="administrator" />, { 'GET /access/users/administrator/sign-in': facts })
    await screen.findByText('已绑定')
    expect(screen.queryByRole('button')).toBeNull()
    cleanup()
    await showPanel(
      <SignInPanel id="u1" />,
      { [`GET ${path}/sign-in`]: { ...facts, lockedUntil: '2026-06-15T02:15:00.000Z' } },
      { permissions: ['access:user.read'] },
    )
    await screen.findByText('已绑定')
    expect(screen.queryByRole('button')).toBeNull()
  })
})

describe('the key panel', () => {
  const usage = {
    'GET /access/api-keys/k1/usage': { lastUsedAt: null },
    'POST /access/api-keys/k1/issue': { key: 'dpf_secret' },
  }

  it('issues a key to its holder, once to be seen', async () => {
    await showPanel(<KeyPanel id="k1" fields={{ holder: 'administrator', issuedAt: null, isRevoked: null }} />, usage)
    await press('签发密钥')
    expect(await screen.findByText('dpf_secret')).toBeDefined()
  })

  it.each([
    [{ holder: 'somebody else', issuedAt: null, isRevoked: null }],
    [{ holder: 'administrator', issuedAt: null, isRevoked: true }],
  ])('offers no key for %j', async (fields) => {
    await showPanel(<KeyPanel id="k1" fields={fields} />, usage)
    await screen.findByText('从未使用')
    expect(screen.queryByRole('button')).toBeNull()
  })
})

function PatternsForm({ onValue }: { readonly onValue: (value: unknown) => void }) {
  const [value, setValue] = useState<unknown>(['register:*', 'access:user.read'])
  const change = (next: unknown) => {
    onValue(next)
    setValue(next)
  }
  return <PatternsInput id="p" value={value} isInvalid={false} onChange={change} />
}

describe('permissions', () => {
  it('of a role are spelled out by module', async () => {
    await showPanel(<PermissionsPanel id="r1" version={1} />, {
      'GET /access/roles/r1/permissions': {
        permissions: ['access:user.read', 'access:user.resetPassword'],
        needsSecondFactor: true,
      },
    })
    expect((await screen.findAllByRole('listitem')).map(({ textContent }) => textContent)).toEqual([
      '查看用户',
      '重置用户密码',
    ])
    expect(screen.getByText('登录时须输入动态验证码')).toBeDefined()
  })

  it('are chosen by their titles; wildcards stay until they are taken away', async () => {
    const seen: unknown[] = []
    await showPanel(<PatternsForm onValue={(value) => seen.push(value)} />, {})
    await userEvent.click(screen.getByLabelText('新增用户'))
    expect(seen.at(-1)).toEqual(['register:*', 'access:user.read', 'access:user.create'])
    await userEvent.click(screen.getByLabelText(/：全部操作$/))
    expect(seen.at(-1)).toEqual(['access:user.read', 'access:user.create'])
    await userEvent.click(screen.getByLabelText('查看用户'))
    await userEvent.click(screen.getByLabelText('新增用户'))
    expect(seen.at(-1)).toBeNull()
  })

  it('have a title in both languages', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      for (const permission of testRegistry.permissions)
        expect(permissionTitle(testRegistry, locale, permission), permission).not.toContain('undefined')
    }
    expect(permissionTitle(testRegistry, 'en', 'access:grant.create')).toBe('Add role of a user')
    expect(permissionTitle(testRegistry, 'en', 'access:apiKey.create')).toBe('Add API key')
    expect(permissionTitle(testRegistry, 'zh-CN', 'access:signInLog.read')).toBe('查看登录日志')
  })
})

it('every panel and widget loads', async () => {
  const panels = Object.values(accessAdmin.panels ?? {}).flat()
  for (const { title, component } of panels) {
    expect(accessAdmin.module.messages['zh-CN']).toHaveProperty([title])
    expect((await component()).default).toBeTypeOf('function')
  }
  expect((await patternsWidget.input?.())?.default).toBe(PatternsInput)
  expect(patternsWidget.show(['a:b', 'c:*'], 'zh-CN')).toBe('a:b，c:*')
})
