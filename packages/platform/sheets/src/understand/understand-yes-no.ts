import { matchYesNo } from '@opendpf/standards'
import type { Cell } from '../cell/cell.js'
import { squeezed } from './plain-text.js'
import { notUnderstood, type Reading, understood } from './reading.js'

const ticks = new Set(['V', 'v', '∨', '■', '●', '√√', '✅', '◉'])
const crosses = new Set(['☐', '□', '❌', '❎'])
// a box before each choice, the chosen one ticked: `☑是 □否`
const chosenBox = /[☑√✓✔■●]\s*(是|否|有|无)/u
const openBox = /[□☐○]\s*(?:是|否|有|无)/u

/** Reads yes or no: 是/否, 有/无, ticks and crosses, ticked boxes, true/false, 1/0. */
export function understandYesNo(cell: Cell, options: { readonly emptyMeans?: boolean } = {}): Reading<boolean> {
  if (cell.kind === 'boolean') return understood(cell.value)
  if (cell.kind === 'error') return notUnderstood('FORMULA_ERROR')
  const text = cell.kind === 'text' ? cell.value : cell.kind === 'number' ? String(cell.value) : ''
  const clean = squeezed(text)
  if (clean === '') {
    return options.emptyMeans === undefined ? notUnderstood('EMPTY') : understood(options.emptyMeans)
  }
  const matched = matchYesNo(clean)
  if (matched.ok) return understood(matched.value)
  if (ticks.has(clean)) return understood(true, { understoodAs: '是', warnings: ['READ_AS_TICK'] })
  if (crosses.has(clean)) return understood(false, { understoodAs: '否' })
  const chosen = chosenBox.exec(clean)?.[1]
  if (chosen === undefined || !openBox.test(clean)) return notUnderstood('YES_NO_UNKNOWN')
  const value = chosen === '是' || chosen === '有'
  return understood(value, { understoodAs: value ? '是' : '否' })
}

/** Whether a text is a tick, which in a column of ticks makes an empty cell a no. */
export function isTick(text: string): boolean {
  return /^[√✓✔☑∨Vv■●✅]+$/u.test(squeezed(text))
}
