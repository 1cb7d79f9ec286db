import { accept, type Parsed, refuse } from '../result.js'
import { normaliseText } from '../text/normalise.js'

const yes = new Set(['是', '有', '√', '✓', '✔', '☑', '对', '真', 'Y', 'YES', 'TRUE', 'T', '1'])
const no = new Set(['否', '无', '没有', '不是', '×', '✗', '✘', '✕', '☒', '错', '假', 'N', 'NO', 'FALSE', 'F', '0'])

/**
 * Reads a cell that answers yes or no: 是/否, 有/无, √/×, Y/N, 1/0. An empty cell is EMPTY, not no.
 * Survey forms that write 1 for yes and 2 for no are a code list of their own; 2 is UNKNOWN here.
 */
export function matchYesNo(input: unknown): Parsed<boolean, 'EMPTY' | 'UNKNOWN'> {
  if (input === undefined || input === null) return refuse('EMPTY')
  if (typeof input === 'boolean') return accept(input)
  const text = normaliseText(input)
  if (!text.ok) return refuse('UNKNOWN')
  const wording = text.value.toUpperCase()
  if (wording === '') return refuse('EMPTY')
  if (yes.has(wording)) return accept(true)
  return no.has(wording) ? accept(false) : refuse('UNKNOWN')
}
