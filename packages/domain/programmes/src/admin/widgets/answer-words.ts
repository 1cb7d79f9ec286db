import { formatYuan } from '@opendpf/admin'
import { metaOf } from '@opendpf/kit'
import type { Locale } from '@opendpf/messages'
import type { Question } from '../../contract/index.js'

const words = { 'zh-CN': { yes: '是', no: '否', yuan: '元' }, en: { yes: 'yes', no: 'no', yuan: ' yuan' } } as const

/** An answer of a home survey in words; a dash where nobody has answered yet. */
export function answerWords({ answer, choices }: Question, value: unknown, locale: Locale): string {
  if (value === null || value === undefined) return '—'
  switch (metaOf(answer).kind) {
    case 'flag':
      return value === true ? words[locale].yes : words[locale].no
    case 'choice':
      return choices?.[String(value)]?.[locale] ?? String(value)
    case 'money':
      return `${formatYuan(Number(value))}${words[locale].yuan}`
    default:
      return String(value)
  }
}
