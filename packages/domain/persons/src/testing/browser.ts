import { JSDOM } from 'jsdom'

/**
 * A browser without a window inside Node: the pages run in it while the server they speak to, which needs Node's own URL and streams,
 * runs beside them. Import it before anything that looks for a document.
 */
const { window } = new JSDOM('<!doctype html><html lang="zh-CN"><body></body></html>', {
  url: 'http://localhost/',
  pretendToBeVisual: true,
})

// what Node has too, but a document only takes from its own window
const own = new Set([
  'Event',
  'EventTarget',
  'CustomEvent',
  'AbortController',
  'AbortSignal',
  'navigator',
  'sessionStorage',
  'localStorage',
  'Storage',
])

for (const name of Object.getOwnPropertyNames(window)) {
  if (name in globalThis && !own.has(name)) continue
  const value: unknown = Reflect.get(window, name)
  Object.defineProperty(globalThis, name, { configurable: true, writable: true, value })
}
for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent'] as const) {
  Object.assign(globalThis, { [name]: window[name].bind(window) })
}
Object.assign(globalThis, { scrollTo: () => {} })
Object.assign(window.Element.prototype, { scrollIntoView: () => {} })
