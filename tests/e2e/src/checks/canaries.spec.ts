import { expect, type Page } from '@playwright/test'
import { sharedPage } from '../pages/shared-page.js'
import { test } from '../run/test.js'
import { accessibilityTree } from './accessibility-tree.js'
import { findAxeFaults } from './axe.js'
import { isRingSeen, measureFocusRing } from './focus-ring.js'
import { findMessageKeys, findNameFaults } from './names.js'
import { findLostContent } from './reflow.js'

// what a check has to find: a check that cannot fail proves nothing

test.describe.configure({ mode: 'default' })
let page: Page
const shared = sharedPage()
test.beforeEach(() => {
  page = shared()
})

const document = (body: string, style = '') =>
  `<!doctype html><html lang="zh-CN"><head><title>坏页</title><style>${style}</style></head><body>${body}</body></html>`

test('axe finds a nameless button, a missing label, faint text and a small target', async () => {
  const body = `<main><h1>坏页</h1><button></button><p style="color:#aaa">看不清</p><input>
    <a href="#" style="font-size:8px">甲</a><a href="#" style="font-size:8px">乙</a></main>`
  await page.setContent(document(body))
  const found = (await findAxeFaults(page)).join('\n')
  for (const rule of ['button-name', 'label', 'color-contrast', 'target-size']) expect(found).toContain(rule)
})

test('names: an English one, an empty one, a link that says nothing', async () => {
  await page.setContent(document('<button aria-label="down">下</button><button></button><a href="#">查看</a>'))
  expect(findNameFaults(await accessibilityTree(page))).toEqual([
    'English in button "down"',
    'button without a name',
    'link that says nothing: "查看"',
  ])
})

test('names: the key of a message that is missing', async () => {
  await page.setContent(
    document('<p>每行填写一个。</p><p>one to a line.</p><p>persons.title</p><textarea>a.b</textarea>'),
  )
  expect(await findMessageKeys(page)).toEqual(['persons.title'])
})

test.describe('focus', () => {
  const mark = (place: string) => `button { position: relative }
    button:focus { outline: none }
    button:focus::after { content: ''; position: absolute; inset: -8px auto auto -8px; ${place}; background: #0b57d0 }`
  const rings = {
    'none at all': { style: 'button:focus { outline: none }', isSeen: false },
    'a faint one': { style: 'button:focus { outline: 2px solid #cfe2ff }', isSeen: false },
    'one on one corner only': { style: mark('inline-size: 40px; block-size: 40px'), isSeen: false },
    'one on one side only': { style: mark('inline-size: 8px; inset-block-end: -8px'), isSeen: false },
    'one that is open below': {
      style: 'button:focus { outline: none; box-shadow: inset 3px 3px #000, inset -3px 3px #000 }',
      isSeen: false,
    },
    'a clear one': { style: 'button:focus { outline: 3px solid #0b57d0; outline-offset: 2px }', isSeen: true },
    'a clear one inside': { style: 'button:focus { outline: 3px solid #0b57d0; outline-offset: -4px }', isSeen: true },
  }
  for (const [what, { style, isSeen }] of Object.entries(rings)) {
    test(`${what} is ${isSeen ? 'seen' : 'missed'}`, async () => {
      await page.setContent(document('<button style="padding: 12px 24px">保存</button>', style))
      await page.keyboard.press('Tab')
      const ring = await measureFocusRing(page, await page.context().newCDPSession(page))
      expect(ring && isRingSeen(ring)).toBe(isSeen)
      await expect(page.getByRole('button')).toBeFocused()
    })
  }
})

test.describe('reflow', () => {
  const lost = async (body: string) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.setContent(document(body))
    return (await findLostContent(page)).join('\n')
  }

  test('a line that does not wrap', async () => {
    expect(
      await lost(
        '<p style="white-space: nowrap">一行很长的文字，在窄屏上不会换行，只能左右滚动才能读完，这样不行。</p>',
      ),
    ).toContain('px wide')
  })
  test('a text cut off by its box', async () => {
    expect(
      await lost('<p style="inline-size: 80px; block-size: 1em; overflow: hidden">这段文字被裁掉了一大半</p>'),
    ).toContain('is cut off')
  })
  test('a table in an area that scrolls is no fault', async () => {
    expect(
      await lost(
        '<div style="overflow-x: auto"><table style="inline-size: 900px"><tr><td><p>宽表</p></td></tr></table></div>',
      ),
    ).toBe('')
  })
})
