import type { BrowserContext, Page } from '@playwright/test'
import { runState } from '../run/run-state.js'
import { expect, test } from '../run/test.js'
import type { Username } from '../sign-in/accounts.js'
import { sessionFile } from '../sign-in/accounts.js'

/**
 * One window, of somebody who is signed in or of nobody, for all tests of the describe block it is called in: opening another takes longer than the page that
 * is looked at. Each test finds the settings of the browser as they were.
 */
export function sharedPage(user?: Username): () => Page {
  let context: BrowserContext | undefined
  let page: Page | undefined
  const failures: string[] = []
  test.beforeAll(async ({ browser }) => {
    context = await browser.newContext({
      ...(user ? { storageState: sessionFile(user) } : {}),
      baseURL: runState.address(),
    })
    await context.addInitScript(() => {
      // a page without an address has none
      if (location.protocol !== 'about:') localStorage.clear()
    })
    page = await context.newPage()
    page.on('pageerror', ({ message }) => failures.push(message))
    page.on('console', (message) => {
      if (/Content Security Policy|Maximum update depth/.test(message.text())) failures.push(message.text())
    })
  })
  test.afterEach(() => {
    expect(failures.splice(0), 'failures of scripts in the page').toEqual([])
  })
  test.afterAll(() => context?.close())
  return () => {
    if (!page) throw new Error('the page is opened before the first test of its block')
    return page
  }
}
