import { test as base } from '@playwright/test'
import type { Username } from '../sign-in/accounts.js'
import { sessionFile } from '../sign-in/accounts.js'
import { runState } from './run-state.js'

interface Options {
  /** Who is signed in; undefined for nobody. */
  readonly user: Username | undefined
}

/** Playwright's `test` on the server of this run, signed in as `user`. */
export const test = base.extend<Options>({
  user: [undefined, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are used from this pattern
  baseURL: async ({}, use) => use(runState.address()),
  storageState: async ({ user }, use) => use(user === undefined ? { cookies: [], origins: [] } : sessionFile(user)),
})

export { expect } from '@playwright/test'
