import { formatYuan } from '@opendpf/admin'
import type { FieldWidget } from '@opendpf/kit/admin'
import type { Locale } from '@opendpf/messages'
import { type KeptExplanation, type MemberLine, type Pause, programmesOf } from '../../contract/index.js'
import { answerWords } from './answer-words.js'

const and = (locale: Locale): string => (locale === 'en' ? ', ' : '、')
const then = (locale: Locale): string => (locale === 'en' ? '; ' : '；')

/** Which pieces of evidence were seen, by the names that the programme gives them. */
export const evidenceWidget: FieldWidget = {
  input: async () => ({ default: (await import('./evidence-input.js')).EvidenceInput }),
  show: (value, locale, about) => {
    const { evidence = {} } = (about && programmesOf(about.registry).get(String(about.fields.programme))) ?? {}
    const seen = Array.isArray(value) ? (value as readonly string[]) : []
    return seen.map((name) => evidence[name]?.title[locale] ?? name).join(and(locale))
  },
}

/** A home survey, question by question. */
export const surveyWidget: FieldWidget = {
  input: async () => ({ default: (await import('./survey-input.js')).SurveyInput }),
  show: (value, locale, about) => {
    const programme = about && programmesOf(about.registry).get(String(about.fields.programme))
    const questions = programme?.steps.survey?.questions ?? {}
    const answers = (value ?? {}) as Readonly<Record<string, unknown>>
    return Object.entries(questions)
      .map(([name, question]) => `${question.title[locale]}：${answerWords(question, answers[name], locale)}`)
      .join(then(locale))
  },
}

const verdicts = {
  yes: { 'zh-CN': '符合', en: 'yes' },
  no: { 'zh-CN': '不符合', en: 'no' },
  unknown: { 'zh-CN': '不能确定', en: 'not certain' },
} as const

/** What the rules said when it was decided, clause by clause. */
export const explanationWidget: FieldWidget = {
  input: async () => ({ default: (await import('./no-input.js')).NoInput }),
  show: (value, locale) => {
    const { date, clauses } = value as KeptExplanation
    const told = clauses.map(({ title, code, verdict }) => {
      const name = code === null ? title[locale] : `${code} ${title[locale]}`
      return `${name}：${verdicts[verdict][locale]}`
    })
    return [date, ...told].join(then(locale))
  },
}

/** Months and sums of a member. */
export const linesWidget: FieldWidget = {
  input: async () => ({ default: (await import('./no-input.js')).NoInput }),
  show: (value, locale) =>
    (value as readonly MemberLine[]).map(({ month, amount }) => `${month} ${formatYuan(amount)}`).join(then(locale)),
}

/** Pauses of an enrolment, and whether they are paid afterwards. */
export const pausesWidget: FieldWidget = {
  input: async () => ({ default: (await import('./no-input.js')).NoInput }),
  show: (value, locale) => {
    const paid = locale === 'en' ? ' (paid)' : '（补发）'
    return (value as readonly Pause[])
      .map(({ from, until, isPaid }) => `${from} – ${until ?? ''}${isPaid ? paid : ''}`)
      .join(then(locale))
  },
}
