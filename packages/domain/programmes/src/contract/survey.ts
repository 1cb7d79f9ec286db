import { choice, date, flag, money, multiline, optional, text, whole } from '@opendpf/kit'
import type { Texts } from '@opendpf/messages'
import type { $ZodType } from 'zod/v4/core'

/** One question of a home survey: what is asked, and the schema of its answer, made with a field builder of the kit. */
export interface Question {
  readonly title: Texts
  readonly answer: $ZodType
  /** What the values of a choice are called. */
  readonly choices?: Readonly<Record<string, Texts>>
}

/** A whole number within bounds. */
export const askNumber = (title: Texts, options: { readonly min?: number; readonly max?: number } = {}): Question => ({
  title,
  answer: whole(options),
})
/** Yes or no. */
export const askWhether = (title: Texts): Question => ({ title, answer: flag() })
/** A sum, in fen. */
export const askSum = (title: Texts): Question => ({ title, answer: money() })
/** A day. */
export const askDay = (title: Texts): Question => ({ title, answer: date() })
/** One line, which may be left empty. */
export const askText = (title: Texts): Question => ({ title, answer: optional(text({ max: 200 })) })
/** Several lines, which may be left empty. */
export const askWords = (title: Texts): Question => ({ title, answer: optional(multiline({ max: 1000 })) })

/** One of a few answers, by their codes. */
export function askWhich<const Code extends string>(title: Texts, choices: Readonly<Record<Code, Texts>>): Question {
  const codes = Object.keys(choices) as [Code, ...Code[]]
  return { title, answer: choice(codes), choices }
}
