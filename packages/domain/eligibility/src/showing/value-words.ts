import { formatYuan } from '@opendpf/admin'
import type { Locale } from '@opendpf/messages'
import {
  type Code,
  type Fact,
  type FactValue,
  type Item,
  isByCode,
  type ParameterDef,
  type ParameterValue,
  type Pattern,
  type Sums,
} from '../contract/index.js'

type Attributes = NonNullable<Fact['attributes']>

const words = {
  'zh-CN': { yes: '是', no: '否', yuan: '元', none: '无', and: '，', or: '、', item: '；' },
  en: { yes: 'yes', no: 'no', yuan: 'yuan', none: 'none', and: ', ', or: ' or ', item: '; ' },
} as const

/** What a code is called. */
function codeWord(codes: readonly Code[] | undefined, code: string, locale: Locale): string {
  const entry = codes?.find((one) => one.code === code)
  return entry === undefined ? code : locale === 'en' ? entry.en : entry.zh
}

/** A fact's value in words. Null is told by whoever shows it: it is not a value. */
export function factWords(fact: Fact, value: Exclude<FactValue, null>, locale: Locale): string {
  const say = words[locale]
  const unit = fact.unit?.[locale]
  switch (fact.kind) {
    case 'flag':
      return value === true ? say.yes : say.no
    case 'code':
      return codeWord(fact.codes, String(value), locale)
    case 'money':
      return `${formatYuan(Number(value))} ${say.yuan}`
    case 'items': {
      const items = value as readonly Item[]
      return items.length === 0
        ? say.none
        : items.map((item) => itemWords(fact.attributes, item, locale)).join(say.item)
    }
    default:
      return unit === undefined ? String(value) : `${value} ${unit}`
  }
}

function itemWords(attributes: Attributes = {}, item: Item, locale: Locale): string {
  return Object.entries(attributes)
    .flatMap(([name, { codes }]) => {
      const code = item[name]
      return code === null || code === undefined ? [] : [codeWord(codes, code, locale)]
    })
    .join(' ')
}

/** A parameter's value in words. */
export function parameterWords(parameter: ParameterDef, value: ParameterValue, locale: Locale): string {
  const say = words[locale]
  switch (parameter.kind) {
    case 'flag':
      return value === true ? say.yes : say.no
    case 'money':
      return `${isByCode(value) ? sumsWords(parameter.codes, value, locale) : formatYuan(Number(value))} ${parameter.unit?.[locale] ?? say.yuan}`
    case 'whole':
      return parameter.unit === undefined ? String(value) : `${value} ${parameter.unit[locale]}`
    case 'codes': {
      const codes = value as readonly string[]
      return codes.length === 0 ? say.none : codes.map((code) => codeWord(parameter.codes, code, locale)).join(say.or)
    }
    case 'patterns': {
      const patterns = value as readonly Pattern[]
      return patterns.length === 0
        ? say.none
        : patterns.map((pattern) => patternWords(parameter.attributes, pattern, locale)).join(say.item)
    }
  }
}

/** 一级 120.00，二级 100.00 */
function sumsWords(codes: readonly Code[] | undefined, sums: Sums, locale: Locale): string {
  return Object.entries(sums)
    .map(([code, sum]) => `${codeWord(codes, code, locale)} ${formatYuan(sum)}`)
    .join(words[locale].and)
}

/** 智力残疾、精神残疾，三级、四级 */
function patternWords(attributes: Attributes = {}, pattern: Pattern, locale: Locale): string {
  const say = words[locale]
  return Object.entries(pattern)
    .map(([name, codes]) => codes.map((code) => codeWord(attributes[name]?.codes, code, locale)).join(say.or))
    .join(say.and)
}
