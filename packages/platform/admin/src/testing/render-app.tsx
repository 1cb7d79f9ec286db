import '@testing-library/jest-dom/vitest'
import type { AdminContribution } from '@opendpf/kit/admin'
import { contributeAdmin } from '@opendpf/kit/admin'
import { fixedClock } from '@opendpf/standards'
import { createMemoryHistory } from '@tanstack/react-router'
import { cleanup, configure, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { AdminApp } from '../app/admin-app.js'
import { createFakeServer } from './fake-server.js'
import { sampleModule } from './sample-module.js'

/** The whole app in a page, on a server in memory. A text that is missing throws. */
export async function renderApp(
  address: string,
  options: Partial<Parameters<typeof createFakeServer>[0]> & {
    /** What the admin half of the sample module brings beside its contract. */
    readonly contribution?: Omit<AdminContribution, 'module'>
    readonly fill?: (server: ReturnType<typeof createFakeServer>) => void
  } = {},
) {
  cleanup()
  // the parts of a page are loaded when they are first shown, on a machine that may be busy
  configure({ asyncUtilTimeout: 15_000 })
  globalThis.localStorage.clear()
  globalThis.sessionStorage.clear()
  globalThis.scrollTo = () => undefined
  Element.prototype.scrollIntoView = () => undefined
  const { fill, contribution, ...rest } = options
  const server = createFakeServer({ modules: [sampleModule], ...rest })
  fill?.(server)
  const history = createMemoryHistory({ initialEntries: [address] })
  const user = userEvent.setup()
  const view = render(
    <AdminApp
      contributions={(rest.modules ?? [sampleModule]).map((module) =>
        contributeAdmin(module, module === sampleModule ? contribution : {}),
      )}
      locale="zh-CN"
      clock={fixedClock('2026-11-24T09:30:00+08:00')}
      fetch={server.fetch}
      history={history}
      onMissingText={(key) => {
        throw new Error(`no text for ${key}`)
      }}
    />,
  )
  await screen.findByRole('heading', { level: 1 })
  return { server, history, user, view }
}
