import { test as base, expect } from '@playwright/test'
import type { Username } from '../sign-in/accounts.js'
import { sessionFile } from '../sign-in/accounts.js'
import { runState } from './run-state.js'

interface Options {
  /** Who is signed in; undefined for nobody. */
  readonly user: Username | undefined
}

/** Playwright's `test` on the server of this run, signed in as `user`. A test fails when a script of the page has failed. */
export const test = base.extend<Options>({
  user: [undefined, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are used from this pattern
  baseURL: async ({}, use) => use(runState.address()),
  storageState: async ({ user }, use) => use(user === undefined ? { cookies: [], origins: [] } : sessionFile(user)),
  page: async ({ page }, use) => {
    const failures: string[] = []
    page.on('pageerror', (error) => failures.push(error.message))
    page.on('console', (message) => {
      if (/Content Security Policy|Maximum update depth/.test(message.text())) failures.push(message.text())
    })
    await use(page)
    expect(failures, 'failures of scripts in the page').toEqual([])
  },
})

export { expect } from '@playwright/test'
