import type { $ZodIssue } from 'zod/v4/core'
import type { Locale } from './locale.js'
import { defineMessages, messageOf } from './messages.js'

const texts = defineMessages({
  'zh-CN': {
    required: '请填写{{label}}',
    choose: '请选择{{label}}',
    text: '{{label}}应为文字',
    number: '{{label}}应为数字',
    whole: '{{label}}应为整数',
    yesNo: '{{label}}应为“是”或“否”',
    list: '{{label}}应为列表',
    group: '{{label}}的格式不对',
    shorter: '{{label}}不能超过 {{limit}} 个字',
    longer: '{{label}}至少 {{limit}} 个字',
    fewer: '{{label}}最多 {{limit}} 项',
    more: '{{label}}至少 {{limit}} 项',
    smaller: '{{label}}不能大于 {{limit}}',
    bigger: '{{label}}不能小于 {{limit}}',
    date: '{{label}}应为日期，如 2024-05-06',
    format: '{{label}}的格式不对',
    unknownField: '“{{label}}”不是可填的项目，请删除',
    invalid: '{{label}}填写有误',
  },
  en: {
    required: 'Enter {{label}}',
    choose: 'Choose {{label}}',
    text: '{{label}} must be text',
    number: '{{label}} must be a number',
    whole: '{{label}} must be a whole number',
    yesNo: '{{label}} must be yes or no',
    list: '{{label}} must be a list',
    group: '{{label}} has the wrong form',
    shorter: '{{label}} must not exceed {{limit}} characters',
    longer: '{{label}} needs at least {{limit}} characters',
    fewer: '{{label}} takes at most {{limit}} entries',
    more: '{{label}} needs at least {{limit}} entries',
    smaller: '{{label}} must not exceed {{limit}}',
    bigger: '{{label}} must be at least {{limit}}',
    date: '{{label}} must be a date such as 2024-05-06',
    format: '{{label}} has the wrong form',
    unknownField: '“{{label}}” is not a known field; remove it',
    invalid: '{{label}} is not valid',
  },
})

type Key = keyof (typeof texts)['en']

const typeTexts: Readonly<Record<string, Key>> = {
  string: 'text',
  number: 'number',
  int: 'whole',
  boolean: 'yesNo',
  array: 'list',
  object: 'group',
  date: 'date',
}

/** A validation problem as a sentence a clerk can act on, with its stable code. */
export interface IssueText {
  readonly code: Key
  readonly message: string
}

/**
 * Says what zod found wrong, in the reader's language and with the field's own label. zod's own texts are written for developers
 * ("期望 string >=1 字符") and are never shown.
 */
export function describeIssue(issue: $ZodIssue, label: string, locale: Locale): IssueText {
  const { key, limit } = classify(issue)
  return { code: key, message: messageOf(texts, locale, key, { label, limit: limit ?? '' }) }
}

function classify(issue: $ZodIssue): { key: Key; limit?: string } {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null || issue.input === '') return { key: 'required' }
      return { key: typeTexts[issue.expected] ?? 'invalid' }
    case 'too_small':
      if (issue.origin === 'string')
        return Number(issue.minimum) <= 1 ? { key: 'required' } : { key: 'longer', limit: String(issue.minimum) }
      if (issue.origin === 'array' || issue.origin === 'set') return { key: 'more', limit: String(issue.minimum) }
      return { key: 'bigger', limit: String(issue.minimum) }
    case 'too_big':
      if (issue.origin === 'string') return { key: 'shorter', limit: String(issue.maximum) }
      if (issue.origin === 'array' || issue.origin === 'set') return { key: 'fewer', limit: String(issue.maximum) }
      return { key: 'smaller', limit: String(issue.maximum) }
    case 'invalid_value':
      return { key: 'choose' }
    case 'invalid_format':
      return { key: issue.format === 'date' ? 'date' : 'format' }
    case 'unrecognized_keys':
      return { key: 'unknownField' }
    default:
      return { key: 'invalid' }
  }
}
