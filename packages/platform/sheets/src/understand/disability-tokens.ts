import {
  type DisabilityCategory,
  type DisabilityGrade,
  disabilityCategories,
  disabilityGrades,
} from '@opendpf/standards'
import { tidied } from './plain-text.js'
import { notUnderstood, type Reading, understood } from './reading.js'

/** A category, with its grade where one stands beside it. */
export interface DisabilityToken {
  readonly category: DisabilityCategory
  readonly grade?: DisabilityGrade
  /** It was written as digits. */
  readonly isCode: boolean
}

const separators = /[,，、;；/|+&\n]+|和|及|与|兼/
const gradeAtEnd = /^(.*?)([一二三四壹贰叁肆]级?|[1-4]级?|(?:III|II|IV|I)级?)$/
const gradeAtStart = /^([一二三四壹贰叁肆1-4]级|(?:III|II|IV|I)级)(.+)$/
const nameAndDigit = /^(\D+?)[-.]?([1-4])$/
const onlyGrade = /^(?:残疾)?([一二三四壹贰叁肆1-4]级|(?:III|II|IV|I)级)$/

/** Cuts a cell into categories and grades; every part must be understood, or the whole is not. */
export function readDisabilityTokens(cellText: string): Reading<readonly DisabilityToken[]> {
  const tokens: DisabilityToken[] = []
  for (const piece of piecesOf(cellText)) {
    const last = tokens.at(-1)
    const loneGrade = onlyGrade.exec(piece)?.[1]
    if (loneGrade !== undefined) {
      const grade = gradeOf(loneGrade)
      if (!last || last.grade !== undefined || grade === undefined) return notUnderstood('DISABILITY_UNKNOWN')
      tokens[tokens.length - 1] = { ...last, grade }
      continue
    }
    const token = tokenOf(piece)
    if (!token.ok) return token
    tokens.push(token.value)
  }
  return tokens.length === 0 ? notUnderstood('EMPTY') : understood(tokens)
}

// brackets and blanks separate too: `肢体(二级)`, `多重（视力一级 肢体三级）`; so does a grade inside a run: `视力一级肢体三级`
function piecesOf(cellText: string): readonly string[] {
  return tidied(cellText)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[()[\]【】:：]/g, ',')
    .replace(/(?<=[^\s,](?:[一二三四1-4]|I{1,3}|IV)级)(?=[^\s,])/g, ',')
    .split(separators)
    .flatMap((piece) => joinSpaced(piece.trim()))
    .filter((piece) => piece !== '')
}

// `肢 体` is one word, `视力 肢体` are two
function joinSpaced(piece: string): readonly string[] {
  const parts = piece.split(/\s+/)
  return parts.length > 1 && parts.every((part) => [...part].length === 1) ? [parts.join('')] : parts
}

function tokenOf(piece: string): Reading<DisabilityToken> {
  if (/^0?[1-7]$/.test(piece)) return withCategory(piece, undefined)
  if (/^[1-7][1-4]$/.test(piece)) return withCategory(piece.slice(0, 1), piece.slice(1))
  const named = nameAndDigit.exec(piece)
  if (named) return withDigit(named[1] ?? '', named[2] ?? '')
  const whole = disabilityCategories.match(piece)
  if (whole.ok || whole.reason === 'AMBIGUOUS') return withCategory(piece, undefined)
  const atStart = gradeAtStart.exec(piece)
  if (atStart) return withCategory(atStart[2] ?? '', atStart[1])
  const atEnd = gradeAtEnd.exec(piece)
  return withCategory(atEnd?.[1] ?? piece, atEnd?.[2])
}

// a digit behind a name is the grade, unless it is also the code of that name, as in `肢体4`
function withDigit(name: string, digit: string): Reading<DisabilityToken> {
  const match = disabilityCategories.match(name)
  if (!match.ok || match.value !== digit) return withCategory(name, digit)
  const category = disabilityCategories.find(digit)?.zh ?? name
  return notUnderstood('DISABILITY_AMBIGUOUS', [category, `${category}${disabilityGrades.find(digit)?.zh ?? digit}`])
}

function withCategory(text: string, gradeText: string | undefined): Reading<DisabilityToken> {
  const match = disabilityCategories.match(text)
  if (!match.ok && match.reason === 'AMBIGUOUS') {
    return notUnderstood(
      'DISABILITY_AMBIGUOUS',
      match.candidates.map((code) => disabilityCategories.find(code)?.zh ?? code),
    )
  }
  const grade = gradeText === undefined ? undefined : gradeOf(gradeText)
  if (!match.ok || (gradeText !== undefined && grade === undefined)) return notUnderstood('DISABILITY_UNKNOWN')
  const isCode = /^\d+$/.test(text)
  return understood(grade === undefined ? { category: match.value, isCode } : { category: match.value, grade, isCode })
}

function gradeOf(text: string): DisabilityGrade | undefined {
  const match = disabilityGrades.match(text.endsWith('级') ? text : `${text}级`)
  return match.ok ? match.value : undefined
}
