import type { Locale } from '@opendpf/messages'
import { type Answer, choicesOf, type Question } from '../../contract/index.js'

/** An answer in the words of its question, for whoever compares two. */
export function answerWords(
  question: Question,
  answer: Answer | undefined,
  { locale, nameOf }: { readonly locale: Locale; readonly nameOf: (division: string) => string },
): string {
  if (answer === undefined) return '—'
  const said = (code: string) => choicesOf(question)?.find((choice) => choice.code === code)?.text[locale] ?? code
  if (question.kind === 'photo') return String(Array.isArray(answer) ? answer.length : 0)
  if (question.kind === 'division' && typeof answer === 'string') return nameOf(answer)
  if (Array.isArray(answer)) return answer.map(said).join(locale === 'zh-CN' ? '、' : ', ')
  const unit = question.unit?.[locale]
  return `${said(String(answer))}${unit === undefined ? '' : ` ${unit}`}`
}
