import type { Locale } from '@opendpf/messages'
import { parseCertificateNumber, parseCreditCode, parseDivision, parseResidentId } from '@opendpf/standards'

/** Numbers with a national rule of their own. One list, used by forms, the API, imports and masks alike. */
export type Format = 'resident-id' | 'certificate-number' | 'credit-code' | 'division-code' | 'phone' | 'bank-account'

type Texts = { readonly [L in Locale]: string }

interface FormatRule {
  /** The value as it is stored, or the reason why it is none. */
  read(text: string): { readonly value: string } | { readonly reason: string }
  readonly reasons: Readonly<Record<string, Texts>>
}

const normalise = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()

const pattern = (expression: RegExp) => (text: string) => {
  const value = normalise(text)
  return expression.test(value) ? { value } : { reason: 'FORMAT' }
}

const parsed =
  <T>(parse: (text: string) => { ok: true; value: T } | { ok: false; reason: string }, store: (value: T) => string) =>
  (text: string) => {
    const result = parse(text)
    return result.ok ? { value: store(result.value) } : { reason: result.reason }
  }

// whether a birth date lies in the future needs a clock: the write path asks, a format cannot
const beyond = { today: '9999-12-31' } as const

const idReasons = {
  LENGTH: { 'zh-CN': '{{label}}应为 18 位，末位可为 X', en: '{{label}} must have 18 characters; the last may be X' },
  FORMAT: { 'zh-CN': '{{label}}只能是数字，末位可为 X', en: '{{label}} takes digits only; the last may be X' },
  DATE: {
    'zh-CN': '{{label}}中的出生日期不存在，请核对证件',
    en: '{{label}} holds a birth date that does not exist; check the document',
  },
  DATE_FUTURE: {
    'zh-CN': '{{label}}中的出生日期晚于今天，请核对证件',
    en: '{{label}} holds a birth date in the future; check the document',
  },
  CHECK: {
    'zh-CN': '{{label}}的校验位不对，请逐位核对',
    en: '{{label}} fails its check digit; compare it digit by digit',
  },
} as const

const rules: Readonly<Record<Format, FormatRule>> = {
  'resident-id': {
    read: parsed(
      (text) => parseResidentId(text, beyond),
      (id) => id.number,
    ),
    reasons: idReasons,
  },
  'certificate-number': {
    read: parsed(
      (text) => parseCertificateNumber(text, beyond),
      (number) => number.number,
    ),
    reasons: {
      FORMAT: {
        'zh-CN': '{{label}}应为 18 位身份证号、1 位类别、1 位等级，补办的加 B1、B2',
        en: '{{label}} is the 18-digit ID, one digit each for category and grade, and B1, B2 … after a loss',
      },
      ID_CHECK: {
        'zh-CN': '{{label}}中的身份证号不对，请逐位核对',
        en: 'the ID number inside {{label}} is wrong; compare it digit by digit',
      },
    },
  },
  'credit-code': {
    read: parsed(parseCreditCode, (code) => code.code),
    reasons: {
      LENGTH: { 'zh-CN': '{{label}}应为 18 位', en: '{{label}} must have 18 characters' },
      FORMAT: {
        'zh-CN': '{{label}}只能是数字和大写字母（不含 I、O、S、V、Z）',
        en: '{{label}} takes digits and capitals other than I, O, S, V, Z',
      },
      CHECK: {
        'zh-CN': '{{label}}的校验位不对，请逐位核对',
        en: '{{label}} fails its check character; compare it character by character',
      },
    },
  },
  'division-code': {
    read: parsed(parseDivision, (division) => division.code),
    reasons: {
      LENGTH: { 'zh-CN': '{{label}}应为 12 位区划代码', en: '{{label}} is a 12-digit division code' },
      FORMAT: { 'zh-CN': '{{label}}只能是数字', en: '{{label}} takes digits only' },
      PROVINCE: { 'zh-CN': '{{label}}的前两位不是省级代码', en: '{{label}} does not begin with a province' },
      GAP: { 'zh-CN': '{{label}}缺少中间一级区划', en: '{{label}} skips a level' },
    },
  },
  phone: {
    read: pattern(/^(1\d{10}|0\d{9,11}|\d{7,8})$/),
    reasons: {
      FORMAT: {
        'zh-CN': '{{label}}应为 11 位手机号或带区号的固定电话',
        en: '{{label}} is an 11-digit mobile or a landline with area code',
      },
    },
  },
  'bank-account': {
    read: pattern(/^\d{8,30}$/),
    reasons: { FORMAT: { 'zh-CN': '{{label}}应为 8 至 30 位数字', en: '{{label}} has 8 to 30 digits' } },
  },
}

const fallback: Texts = { 'zh-CN': '{{label}}的格式不对', en: '{{label}} has the wrong form' }

/** Reads a number by its national rule: the value to store, or a stable reason and the sentence for it in both languages. */
export function readFormat(
  format: Format,
  text: string,
):
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly reason: string; readonly texts: Texts } {
  const rule = rules[format]
  const result = rule.read(text)
  return 'value' in result
    ? { ok: true, value: result.value }
    : { ok: false, reason: result.reason, texts: rule.reasons[result.reason] ?? fallback }
}
