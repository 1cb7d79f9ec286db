import { AdminApp } from '@opendpf/admin'
import type { Module } from '@opendpf/kit'
import { contributeAdmin } from '@opendpf/kit/admin'
import { system } from '@opendpf/server/system'
import { type Call, testDivisions } from '@opendpf/testing'
import { render } from '@testing-library/react'
import { personsAdmin } from '../admin/persons-admin.js'

const me = {
  id: 'tester',
  name: '测试员',
  username: 'tester',
  roles: [],
  scope: { level: 'county', code: '990121' },
  division: '990121000000',
  divisionName: '示范县',
  permissions: ['*'],
  state: 'signed-in',
}

const divisions = testDivisions.map(({ code, name, level }) => ({
  code,
  name,
  level,
  parent:
    testDivisions.find(
      (other) => other.code !== code && code.startsWith(other.code.replace(/(0{3}|00)*$/, '')) && other.level !== level,
    )?.code ?? null,
}))

/** Opens the admin app at an address, in a browser without a window, on a server with a database. */
export function openPage(address: string, call: Call, permissions: readonly string[] = ['*']) {
  globalThis.history.replaceState({}, '', address)
  const fetch = (async (input, init) => {
    const path = String(input)
    const answer = (body: unknown) => Response.json(body)
    if (path === '/api/v1/me') return answer({ ...me, permissions })
    if (path.startsWith('/api/v1/system/divisions/tree')) return answer({ version: '1', divisions })
    const { status, body } = await call(
      init?.method ?? 'GET',
      path,
      init?.body ?? undefined,
      Object.fromEntries(new Headers(init?.headers)),
    )
    return status === 204 ? new Response(null, { status }) : Response.json(body, { status })
  }) as typeof globalThis.fetch
  return render(
    <AdminApp
      contributions={[personsAdmin, contributeAdmin(system as unknown as Module)]}
      locale="zh-CN"
      fetch={fetch}
    />,
  )
}
