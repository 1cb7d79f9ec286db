import { normaliseText } from '../text/normalise.js'

const mobile = /^(?:\+?86)?(1\d{10})$/
// Beijing and the 02x cities have area codes of three digits, all others of four
const landline = /^(010|02\d|0[3-9]\d\d)(\d{7,8})$/

/**
 * Masks a telephone number: `199****1001` for a mobile, area code and last four for a landline (`010-****5678`).
 * Anything else is hidden whole. Blanks and hyphens are dropped first.
 */
export function maskPhone(phone: string): string {
  const text = normaliseText(phone)
  const digits = text.ok ? text.value.replace(/[\s-]/g, '') : 'x'
  const [, subscriber] = mobile.exec(digits) ?? []
  if (subscriber !== undefined) return `${subscriber.slice(0, 3)}****${subscriber.slice(-4)}`
  const [, area, local] = landline.exec(digits) ?? []
  if (area !== undefined && local !== undefined) return `${area}-${'*'.repeat(local.length - 4)}${local.slice(-4)}`
  return digits === '' ? '' : '******'
}

// names of divisions: no digits, and none of the words that begin a street, building or household
const name = '[^\\d\\s路街巷弄号栋幢楼组室,，。;；]'
const parts = [
  `(?:${name}{1,8}?(?:省|自治区|特别行政区))?`,
  `(?:${name}{1,10}?(?:市|自治州|州|地区|盟))?`,
  `(?:${name}{1,14}?(?:县|(?<![小园校社])区|旗|市))?`,
  `(?:${name}{1,10}?(?:镇|乡|街道|苏木))?`,
  `(?:${name}{1,10}?(?:村民委员会|居民委员会|村委会|居委会|村|社区|嘎查))?`,
]
const divisions = new RegExp(`^${parts.join('')}`)

/**
 * Masks an address below the village or community: `演示县城关镇东风村3组12号` is `演示县城关镇东风村***`.
 * What cannot be told to be a division is hidden: a public notice must not say where somebody lives.
 */
export function maskAddress(address: string): string {
  const text = normaliseText(address)
  if (!text.ok) return '***'
  const kept = divisions.exec(text.value)?.[0] ?? ''
  return kept === text.value ? kept : `${kept}***`
}
