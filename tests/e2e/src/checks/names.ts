import { expect, type Page } from '@playwright/test'
import type { AxNode } from './accessibility-tree.js'
import { accessibilityTree } from './accessibility-tree.js'

/** What one can act on, and what one finds one's way by. */
const named = new Set([
  'alertdialog',
  'button',
  'checkbox',
  'combobox',
  'dialog',
  'grid',
  'heading',
  'image',
  'link',
  'listbox',
  'menuitem',
  'navigation',
  'option',
  'radio',
  'radiogroup',
  'region',
  'searchbox',
  'spinbutton',
  'tab',
  'table',
  'tablist',
  'textbox',
])

/** Without a name of their own these are no fault: a fieldset may be nameless where it only groups. */
const perhapsNamed = new Set(['columnheader', 'group', 'rowheader'])

/** Latin words that belong into Chinese text, and data that is Latin by nature: names of files, ids of rows, codes of receipts. */
const latinWords =
  /OpenDPF|English|Excel|Word|CSV|YAML|UTF-8|GB18030|TAB|JSON( Schema)?|ID|[\w-]*\.(xlsx|xls|csv|png)|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|[A-Z\d]{4}(-[A-Z\d]{4}){2}/g

/** A link that does not say where it leads when it is read alone. */
const vague = /^(查看|详情|更多|点击这里|这里)$/

/** What is wrong with the names on a page in Chinese. */
export function findNameFaults(nodes: readonly AxNode[]): readonly string[] {
  const faults: string[] = []
  for (const { role, name } of nodes) {
    const text = name.trim()
    if (named.has(role) && text === '') faults.push(`${role} without a name`)
    if (!named.has(role) && !perhapsNamed.has(role)) continue
    if (/[A-Za-z]{2,}/.test(text.replace(latinWords, ''))) faults.push(`English in ${role} "${text}"`)
    if (role === 'link' && vague.test(text)) faults.push(`link that says nothing: "${text}"`)
  }
  return faults
}

/** Everything on a page in Chinese has a name, and the name is Chinese. */
export async function expectChineseNames(page: Page): Promise<void> {
  const nodes = await accessibilityTree(page)
  expect(nodes.filter(({ role }) => named.has(role)).length, 'named nodes').toBeGreaterThan(3)
  expect.soft(findNameFaults(nodes), 'names').toEqual([])
  await expectNoMessageKeys(page)
}

async function expectNoMessageKeys(page: Page): Promise<void> {
  expect.soft(await findMessageKeys(page), 'message keys').toEqual([])
}

/** What looks like the key of a message: one that is missing shows its key. What is typed in a box, or marked as code, is data. */
export async function findMessageKeys(page: Page): Promise<readonly string[]> {
  // each text by itself, so that the end of one and the beginning of the next make no key
  const texts = await page.evaluate(() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (walk.nextNode())
      if (!walk.currentNode.parentElement?.closest('textarea, script, style, code'))
        found.push(walk.currentNode.textContent ?? '')
    return found
  })
  const key = /(?<![\w@:/.-])[a-z][a-zA-Z]*(\.[a-z][a-zA-Z-]+)+(?!\w)/g
  return texts.flatMap((text) => text.match(key) ?? []).filter((found) => !/\.(xlsx|csv|json|png)$/.test(found))
}

/** In English, the app's own words are English; Chinese is what rows say, beside English or in their own place. */
export async function expectEnglishNames(page: Page): Promise<void> {
  const own = new Set([
    'button',
    'checkbox',
    'columnheader',
    'combobox',
    'navigation',
    'radio',
    'search',
    'tab',
    'textbox',
  ])
  const chinese = (await accessibilityTree(page)).filter(
    ({ role, name }) => own.has(role) && /\p{Script=Han}/u.test(name) && !/[A-Za-z]{2}/.test(name) && name !== '中文',
  )
  expect.soft(chinese.map(({ role, name }) => `${role} "${name}"`)).toEqual([])
  await expectNoMessageKeys(page)
}
