import type { CodeList } from '@opendpf/standards'
import type { Cell } from '../cell/cell.js'
import { squeezed, tidied } from './plain-text.js'
import { notUnderstood, type Reading, understood } from './reading.js'
import { similarity } from './similarity.js'

const nearEnough = 0.3
const mostCandidates = 3

/** Reads a code by the code itself, its name in either language, or a usual synonym; a lost leading zero is added. */
export function understandCode<Code extends string>(list: CodeList<Code>, cell: Cell): Reading<Code> {
  if (cell.kind === 'error') return notUnderstood('FORMULA_ERROR')
  const text = cell.kind === 'empty' ? '' : tidied(String(cell.value))
  if (text === '') return notUnderstood('EMPTY')
  const matched = list.match(text)
  if (matched.ok) return found(list, { code: matched.value, text })
  if (matched.reason === 'EMPTY') return notUnderstood('EMPTY')
  if (matched.reason === 'AMBIGUOUS') {
    return notUnderstood(
      'CODE_AMBIGUOUS',
      matched.candidates.map((code) => list.find(code)?.zh ?? code),
    )
  }
  const padded = list.find(squeezed(text).padStart(list.codes[0].length, '0'))
  if (padded && /^\d+$/.test(squeezed(text))) {
    return understood(padded.code, { understoodAs: padded.zh, warnings: ['LEADING_ZERO_ADDED'] })
  }
  return notUnderstood('CODE_UNKNOWN', nearest(list, text))
}

function found<Code extends string>(
  list: CodeList<Code>,
  match: { readonly code: Code; readonly text: string },
): Reading<Code> {
  const { code, text } = match
  const name = list.find(code)?.zh ?? code
  if (squeezed(text) === code) return understood(code, { understoodAs: name, warnings: ['CODE_READ'] })
  return text === name ? understood(code) : understood(code, { understoodAs: name })
}

function nearest(list: CodeList, text: string): readonly string[] {
  return list.entries
    .map(({ zh, en }) => ({
      zh,
      near: Math.max(similarity(squeezed(text), zh), similarity(text.toLowerCase(), en.toLowerCase())),
    }))
    .filter(({ near }) => near >= nearEnough)
    .sort((a, b) => b.near - a.near)
    .slice(0, mostCandidates)
    .map(({ zh }) => zh)
}
