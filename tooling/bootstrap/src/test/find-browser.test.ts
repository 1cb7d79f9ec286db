import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'
import { findBrowser } from './find-browser.mjs'

const none = () => false

test('a browser in the path is found', () => {
  const browser = join('/usr/local/bin', 'google-chrome')
  const env = { PATH: ['/usr/bin', '/usr/local/bin'].join(delimiter) }
  expect(findBrowser({ env, platform: 'linux', isFile: (path) => path === browser })).toBe(browser)
})

test('on a Mac and on Windows the usual places are looked at', () => {
  const edge = 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe'
  const env = { PROGRAMFILES: 'C:\\Program Files' }
  expect(findBrowser({ env, platform: 'win32', isFile: (path) => path === edge })).toBe(edge)
  const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  expect(findBrowser({ env: {}, platform: 'darwin', isFile: (path) => path === chrome })).toBe(chrome)
})

test('a browser that is named wins, and one that is named wrongly is not replaced by another', () => {
  const env = { OPENDPF_BROWSER: '/opt/chromium', PATH: '/usr/bin' }
  expect(findBrowser({ env, platform: 'linux', isFile: () => true })).toBe('/opt/chromium')
  expect(findBrowser({ env, platform: 'linux', isFile: (path) => path === '/usr/bin/chromium' })).toBeUndefined()
})

test('without any there is none', () => {
  expect(findBrowser({ env: { PATH: '/usr/bin' }, platform: 'linux', isFile: none })).toBeUndefined()
})
