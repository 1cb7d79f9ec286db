import type { Locale } from '@opendpf/messages'
import { messageOf } from '@opendpf/messages'
import {
  type Answer,
  choicesOf,
  type Form,
  isEmpty,
  lostModes,
  type Question,
  reachedModes,
  surveys,
} from '../../contract/index.js'

/** How the record was made, beside its answers. */
export const factColumns = ['contact', 'visitedOn', 'contactNote', 'consent'] as const
export type FactColumn = (typeof factColumns)[number]

/** The values of facts that are chosen. */
export const factChoices: Readonly<Record<string, readonly string[]>> = {
  contact: [...reachedModes, ...lostModes],
  consent: ['signed', 'spoken', 'guardian'],
}

const say = (locale: Locale, key: string) => messageOf(surveys.messages, locale, key)

/** Of the columns that say which record a row is, only the first is read again. */
export const nameColumns = ['id', 'village', 'number', 'name'] as const

export function nameHeading(column: (typeof nameColumns)[number], locale: Locale): string {
  return say(locale, column === 'number' ? 'interview.number' : `sheet.${column}`)
}

export function factHeading(column: FactColumn, locale: Locale): string {
  return say(locale, `interview.${column}`)
}

/** A choice of a fact in words. */
export function factWords(column: FactColumn, value: string, locale: Locale): string {
  return factChoices[column] === undefined ? value : say(locale, `interview.${column}.${value}`)
}

/** The code stands first: wordings change, and two questions can be worded alike. */
export function questionHeading({ code, text }: Question, locale: Locale): string {
  return `${code} ${text[locale]}`
}

/** Questions that a sheet has a column for. Photos are files and stay with the record. */
export function sheetQuestions({ questions }: Form): readonly Question[] {
  return questions.filter(({ kind }) => kind !== 'photo')
}

const between = '；'

/** An answer as it stands in a cell: choices in words, several of them one after the other. */
export function cellOf(question: Question, answer: Answer | undefined, locale: Locale): string | number | null {
  if (answer === undefined) return null
  const words = (code: string) => choicesOf(question)?.find((choice) => choice.code === code)?.text[locale] ?? code
  if (typeof answer === 'number') return answer
  return typeof answer === 'string' ? words(answer) : answer.map(words).join(between)
}

/** What stands in a cell as an answer; a word that no choice has is left as it is, and refused by the form. */
export function answerOf(question: Question, text: string): Answer | undefined {
  if (isEmpty(text)) return undefined
  const codeOf = (part: string) =>
    choicesOf(question)?.find(({ code, text: words }) => [code, words['zh-CN'], words.en].includes(part))?.code ?? part
  switch (question.kind) {
    case 'one':
    case 'yes-no':
      return codeOf(text)
    case 'several':
      return text
        .split(/[；;\n]/)
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .map(codeOf)
    case 'number':
      return /^-?\d{1,15}$/.test(text) ? Number(text) : text
    default:
      return text
  }
}
