import type { AdminContribution } from '@opendpf/kit/admin'
import { fixedClock } from '@opendpf/standards'
import type { ReactElement } from 'react'
import { AdminApp } from '../app/admin-app.js'

const county = {
  id: 'tester',
  name: '测试员',
  username: 'tester',
  roles: [],
  scope: { level: 'county', code: '990121' },
  division: '990121000000',
  divisionName: '示范县',
  state: 'signed-in',
}

/** A division of the tree that the pages are given. */
export interface TestedDivision {
  readonly code: string
  readonly name: string
  readonly level: string
  readonly parent: string | null
}

/**
 * The app of some modules at an address, for somebody of the county who is signed in: to be rendered in a browser without a window. `answer`
 * is the rest of the server; it is given what is asked for, without `/api/v1`.
 */
export function adminAt(
  address: string,
  options: {
    readonly contributions: readonly AdminContribution[]
    readonly permissions?: readonly string[]
    readonly divisions?: readonly TestedDivision[]
    /** The instant at which the page believes to be; default the clock of the machine. */
    readonly now?: string
    readonly answer: (path: string, init: RequestInit | undefined) => Response | Promise<Response>
  },
): ReactElement {
  const { contributions, permissions = ['*'], divisions = [], now, answer } = options
  globalThis.history.replaceState({}, '', address)
  const fetch = (async (input, init) => {
    const path = String(input).replace('/api/v1', '')
    if (path === '/me') return Response.json({ ...county, permissions })
    if (path.startsWith('/system/divisions/tree')) return Response.json({ version: '1', divisions })
    return answer(path, init)
  }) as typeof globalThis.fetch
  return (
    <AdminApp
      contributions={contributions}
      locale="zh-CN"
      fetch={fetch}
      {...(now === undefined ? {} : { clock: fixedClock(now) })}
    />
  )
}
