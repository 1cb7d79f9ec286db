import { AdminProvider, createAdmin } from '@opendpf/admin'
import { contributeAdmin } from '@opendpf/kit/admin'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { accessAdmin } from '../admin/access-admin.js'
import { testRegistry } from './modules.js'

/** What the server answers, by method and path; a function is asked each time. */
export type Answers = Readonly<Record<string, unknown | (() => unknown)>>

const me = {
  id: 'administrator',
  name: '安全管理员',
  username: 'secadmin',
  roles: [],
  scope: { level: 'county', code: '990121' },
  division: '990121000000',
  divisionName: '示范县',
  permissions: ['access:*'],
  state: 'signed-in',
}

/** Shows a component as the admin app would, on a server that gives these answers. Texts that are missing fail the test. */
export async function showPanel(panel: ReactNode, answers: Answers, who: Partial<typeof me> = {}) {
  const requests: string[] = []
  const fetch = (async (input, init) => {
    const request = `${init?.method ?? 'GET'} ${String(input).replace('/api/v1', '')}`
    if (request === 'GET /me') return Response.json({ ...me, ...who })
    requests.push(request)
    if (!(request in answers))
      return Response.json({ code: 'not-found', status: 404, title: request, detail: request }, { status: 404 })
    const answer = answers[request]
    const body = typeof answer === 'function' ? answer() : answer
    return body === undefined ? new Response(null, { status: 204 }) : Response.json(body)
  }) as typeof globalThis.fetch
  const others = testRegistry.modules.filter(({ id }) => id !== 'access').map((module) => contributeAdmin(module))
  const parts = createAdmin({
    contributions: [accessAdmin, ...others],
    locale: 'zh-CN',
    fetch,
    onMissingText: (key) => {
      throw new Error(`no text for ${key}`)
    },
  })
  await parts.client.fetchQuery({ queryKey: ['me'], queryFn: () => parts.admin.api.get('/me') })
  return { requests, ...render(<AdminProvider parts={parts}>{panel}</AdminProvider>) }
}
