import { adminAt } from '@opendpf/admin/page-testing'
import type { Module } from '@opendpf/kit'
import { contributeAdmin } from '@opendpf/kit/admin'
import { system } from '@opendpf/server/system'
import { type Call, testDivisions } from '@opendpf/testing'
import { render } from '@testing-library/react'
import { personsAdmin } from '../admin/persons-admin.js'

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
  return render(
    adminAt(address, {
      contributions: [personsAdmin, contributeAdmin(system as unknown as Module)],
      permissions,
      divisions,
      async answer(path, init) {
        const { status, body } = await call(
          init?.method ?? 'GET',
          `/api/v1${path}`,
          init?.body ?? undefined,
          Object.fromEntries(new Headers(init?.headers)),
        )
        return status === 204 ? new Response(null, { status }) : Response.json(body, { status })
      },
    }),
  )
}
