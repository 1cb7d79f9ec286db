import type { CredentialFacts, CredentialVerdict, UnknownReason } from '@opendpf/credentials'
import type { Locale } from '@opendpf/messages'
import { disabilityCategories } from '@opendpf/standards'
import { type VerifyWords, verifyWords } from './words.js'

/** How a verdict is shown: told apart by a sign in a shape and by words, never by colour alone. */
export interface VerifyAnswer {
  readonly tone: 'yes' | 'no' | 'unsure'
  readonly sign: '✓' | '✕' | '?'
  readonly heading: string
  readonly text: string
  /** Pairs of label and value. */
  readonly facts: readonly (readonly [string, string])[]
}

/** A verdict in the words of a ticket desk. */
export function answerOf(verdict: CredentialVerdict, locale: Locale): VerifyAnswer {
  const words = verifyWords(locale)
  const no = (heading: string, text: string, facts: VerifyAnswer['facts'] = []): VerifyAnswer => ({
    tone: 'no',
    sign: '✕',
    heading,
    text,
    facts,
  })
  switch (verdict.outcome) {
    case 'valid':
      return {
        tone: 'yes',
        sign: '✓',
        heading: words.valid,
        text: words.validText,
        facts: [
          ...factsOf(verdict.facts, words, locale),
          [words.age, words.minutes(Math.floor(verdict.statusAge / 60))],
        ],
      }
    case 'suspended':
      return no(words.stopped, words.suspendedText)
    case 'revoked':
      return no(words.stopped, words.revokedText)
    case 'expired':
      return no(words.expired, verdict.what === 'certificate' ? words.certificateText : words.presentationText)
    case 'not-yet-valid':
      return no(words.early, words.earlyText)
    case 'not-genuine':
      return no(words.fake, words.fakeText)
    case 'unknown':
      return { tone: 'unsure', sign: '?', heading: words.unsure, text: textOf(verdict.reason, words), facts: [] }
  }
}

function textOf(reason: UnknownReason, words: VerifyWords): string {
  return {
    'list-missing': words.missingText,
    'list-stale': words.staleText,
    'list-not-genuine': words.brokenText,
    'clock-wrong': words.clockText,
  }[reason]
}

function factsOf(facts: CredentialFacts, words: VerifyWords, locale: Locale): VerifyAnswer['facts'] {
  const { category, gradeClass, grade, county, until, ends, photo } = facts
  const kind = disabilityCategories.find(category)
  return [
    [words.category, (locale === 'en' ? kind?.en : kind?.zh) ?? category],
    [words.class, grade === null ? words[gradeClass] : words.grade(grade)],
    [words.county, `${county.name}（${county.code}）`],
    [words.until, until],
    [words.ends, momentIn(ends, locale)],
    ...(photo === null ? [] : [[words.photo, photo] as const]),
  ]
}

/** A moment as a clock on the wall in China shows it. */
export function momentIn(moment: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(
    moment,
  )
}
