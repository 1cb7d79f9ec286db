import { expect, type Page } from '@playwright/test'
import type { AxNode } from '../checks/accessibility-tree.js'
import { focusedNode } from '../checks/accessibility-tree.js'

const most = 250

/** How somebody works who has no mouse: by the names and roles that are told about the focused element. */
export interface Keyboard {
  press(...keys: readonly string[]): Promise<void>
  type(text: string): Promise<void>
  /** What a screen reader is told now. */
  focused(): Promise<AxNode>
  /** Presses Tab until the focused element is this one, at most once around the page. */
  tabTo(role: string, name: string | RegExp): Promise<AxNode>
  /** As {@link Keyboard.tabTo}, backwards. */
  tabBackTo(role: string, name: string | RegExp): Promise<AxNode>
  /** Goes to a control and presses Enter. */
  enter(role: string, name: string | RegExp): Promise<void>
  /** Goes to a text box, replaces what stands there. */
  fill(name: string | RegExp, text: string): Promise<void>
  /** Goes to a native select and walks down to the option. */
  choose(name: string | RegExp, option: string): Promise<void>
}

export function keyboardOf(page: Page): Keyboard {
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const focused = () => focusedNode(page)
  const walk = async (key: string, role: string, name: string | RegExp): Promise<AxNode> => {
    const passed: string[] = []
    for (let step = 0; step <= most; step += 1) {
      const node = await focused()
      const isThere = typeof name === 'string' ? node.name.trim() === name : name.test(node.name)
      if (node.role === role && isThere) return node
      passed.push(`${node.role} "${node.name}"`)
      await press(key)
    }
    throw new Error(`no tab stop ${role} ${name}; passed ${[...new Set(passed)].join(', ')}`)
  }
  const tabTo: Keyboard['tabTo'] = (role, name) => walk('Tab', role, name)
  return {
    press,
    focused,
    tabTo,
    tabBackTo: (role, name) => walk('Shift+Tab', role, name),
    type: (text) => page.keyboard.insertText(text),
    async enter(role, name) {
      await tabTo(role, name)
      await press('Enter')
    },
    async fill(name, text) {
      await tabTo('textbox', name)
      await press('Control+A')
      await page.keyboard.insertText(text)
    },
    async choose(name, option) {
      await tabTo('combobox', name)
      await press('Home')
      for (let step = 0; step <= most && (await focused()).value !== option; step += 1) await press('ArrowDown')
      expect((await focused()).value).toBe(option)
    },
  }
}

/** From now on a click of a mouse is an error of the page, and the test fails. */
export async function forbidMouse(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const type of ['mousedown', 'pointerdown', 'touchstart'])
      addEventListener(
        type,
        (event) => {
          // what a screen reader or a key brings about has no place on the screen
          if (event.isTrusted && (event as PointerEvent).pointerType !== '') throw new Error('the mouse was used')
        },
        true,
      )
  })
}
