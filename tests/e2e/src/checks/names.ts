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

/** Latin words that belong into Chinese text, and data that is Latin by nature: names of files, ids of rows. */
const latinWords = /OpenDPF|English|Excel|CSV|ID|[\w-]*\.(xlsx|xls|csv)|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g

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

/** A message that is missing shows its key. */
async function expectNoMessageKeys(page: Page): Promise<void> {
  const text = (await page.locator('body').textContent()) ?? ''
  const keys = text.match(/(?<![\w@:/.-])[a-z][a-zA-Z]*(\.[a-z][a-zA-Z-]+)+(?!\w)/g) ?? []
  expect
    .soft(
      keys.filter((key) => !/\.(xlsx|csv|json)$/.test(key)),
      'message keys',
    )
    .toEqual([])
}

/** In English, nothing that the app itself says may be Chinese; `data` is what rows of the county say. */
export async function expectEnglishNames(page: Page): Promise<void> {
  const own = new Set([
    'button',
    'checkbox',
    'columnheader',
    'combobox',
    'navigation',
    'radio',
    'search',
    'searchbox',
    'tab',
    'textbox',
  ])
  const nodes = await accessibilityTree(page)
  const chinese = nodes.filter(({ role, name }) => own.has(role) && /\p{Script=Han}/u.test(name))
  expect
    .soft(chinese.map(({ role, name }) => `${role} "${name}"`).filter((text) => !/"中文"|User menu/.test(text)))
    .toEqual([])
  await expectNoMessageKeys(page)
}
