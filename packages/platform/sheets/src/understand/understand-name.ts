import type { Cell } from '../cell/cell.js'
import { hasInnerBlanks, tidied } from './plain-text.js'
import { notUnderstood, type Reading, understood } from './reading.js'
import type { ReadingWarning } from './reading-texts.js'

const han = '\\p{Script=Han}'
// the dot between the parts of a name, as keyboards and programs write it
const dots = /\s*[·•‧∙・･⋅．᛫⸱]\s*/gu
const plainDot = new RegExp(`(?<=${han})\\s*[.。]\\s*(?=${han})`, 'gu')
const blankInHan = new RegExp(`(?<=[${han}·]) (?=[${han}·])`, 'gu')
const unreadable = /[\uE000-\uF8FF\u{F0000}-\u{10FFFF}\uFFFD?？□〓]/u
const masked = /[*＊×✕]|某/u
const note = /[()（）[\]【】〔〕〈〉<>/、,，;；:：]/u
const radicals = /[\u2E80-\u2FD5]/gu
const letters = new RegExp(`^[${han}\\p{L}\\p{M}0-9·' .-]+$`, 'u')

/**
 * Reads a person's name. Blanks inside a Chinese name go, the dot of an ethnic name is unified to `·` (U+00B7), rare
 * characters stay. Characters that carry no meaning outside one machine (private use, `?`, `□`) are refused.
 */
export function understandName(cell: Cell): Reading<string> {
  if (cell.kind === 'empty') return notUnderstood('EMPTY')
  if (cell.kind === 'error') return notUnderstood('FORMULA_ERROR')
  if (cell.kind !== 'text') return notUnderstood('NAME_FORMAT')
  const tidy = tidied(cell.value)
  if (tidy === '') return notUnderstood('EMPTY')
  if (unreadable.test(tidy)) return notUnderstood('UNREADABLE_CHARACTER')
  if (masked.test(tidy)) return notUnderstood('NAME_MASKED')
  const dotted = tidy.replace(dots, '·').replace(plainDot, '·')
  const joined = dotted.replace(blankInHan, '')
  const value = joined.replace(radicals, (radical) => radical.normalize('NFKC'))
  if (note.test(value)) return notUnderstood('NAME_WITH_NOTE')
  if (!letters.test(value) || !/\p{L}/u.test(value)) return notUnderstood('NAME_FORMAT')
  const warnings: ReadingWarning[] = []
  if (hasInnerBlanks(cell.value) && !value.includes(' ')) warnings.push('SPACES_REMOVED')
  if (dotsOf(tidy) !== dotsOf(dotted)) warnings.push('DOT_UNIFIED')
  if (value !== joined) warnings.push('RADICAL_REPLACED')
  if (/[0-9]/.test(value)) warnings.push('DIGIT_IN_NAME')
  return value === cell.value ? understood(value, { warnings }) : understood(value, { understoodAs: value, warnings })
}

function dotsOf(name: string): string {
  return name.replace(/[^·•‧∙・･⋅．᛫⸱.。]/gu, '')
}
