import { accept, type Parsed, refuse } from '../result.js'
import { normaliseText } from '../text/normalise.js'

const digits = '零一二三四五六七八九'
const places = ['', '十', '百', '千']
const limit = 1_0000_0000_0000

/**
 * Writes a whole number in Chinese numerals as it is read: 123 is 一百二十三, 10 is 十, 1005 is 一千零五.
 *
 * @throws RangeError below 0 or from 10^12
 */
export function formatChineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= limit) throw new RangeError('a whole number from 0 below 10^12')
  if (value === 0) return '零'
  let text = ''
  let isGap = false
  for (const [section, unit] of [[1_0000_0000, '亿'] as const, [1_0000, '万'] as const, [1, ''] as const]) {
    const part = Math.floor(value / section) % 10_000
    // a section is read with 零 when its thousands are missing, or the whole section before it
    if (part > 0) text += (text !== '' && (isGap || part < 1000) ? '零' : '') + readSection(part) + unit
    isGap = part === 0
  }
  return text.replace(/^一十/, '十')
}

function readSection(part: number): string {
  const figures = String(part)
  let text = ''
  for (const [position, figure] of Array.from(figures).entries()) {
    if (figure === '0') text = text.endsWith('零') ? text : `${text}零`
    else text += digits.charAt(Number(figure)) + places[figures.length - 1 - position]
  }
  return text.replace(/零+$/, '')
}

/** Writes digits one by one, as in years: 2026 is 二〇二六. Anything but a digit stays as it is. */
export function formatChineseDigits(value: number | string): string {
  return String(value).replace(/\d/g, (digit) => (digit === '0' ? '〇' : digits.charAt(Number(digit))))
}

const values: ReadonlyMap<string, number> = new Map([
  ...Array.from('〇一二三四五六七八九', (character, value) => [character, value] as const),
  ...Array.from('零壹贰叁肆伍陆柒捌玖', (character, value) => [character, value] as const),
  // a circle is how 〇 is mistyped, 两 how 二 is spoken
  ['○', 0],
  ['两', 2],
])
const units: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
])

/** Reads a number as {@link formatChineseNumber} or {@link formatChineseDigits} writes it, ordinary or capital: 一百二十三, 二〇二六, 贰拾. */
export function parseChineseNumber(input: unknown): Parsed<number, 'FORMAT'> {
  const text = normaliseText(input)
  if (!text.ok || text.value === '') return refuse('FORMAT')
  const characters = Array.from(text.value)
  if (characters.length <= 15 && characters.every((character) => values.has(character))) {
    return accept(Number(characters.map((character) => values.get(character)).join('')))
  }
  const value = sumOf(characters)
  return value !== undefined && isSameReading(value, text.value) ? accept(value) : refuse('FORMAT')
}

function sumOf(characters: readonly string[]): number | undefined {
  let total = 0
  let section = 0
  let digit: number | undefined
  for (const character of characters) {
    const unit = units.get(character)
    const value = values.get(character)
    if (value !== undefined) digit = value
    else if (unit !== undefined) {
      section += (digit ?? 1) * unit
      digit = undefined
    } else if (character === '万' || character === '亿') {
      total += (section + (digit ?? 0)) * (character === '万' ? 1_0000 : 1_0000_0000)
      section = 0
      digit = undefined
    } else return undefined
  }
  const sum = total + section + (digit ?? 0)
  return sum < limit ? sum : undefined
}

/** Only what would be written the same way is read: 百一 and 十百 are no numbers. */
function isSameReading(value: number, text: string): boolean {
  return plain(formatChineseNumber(value)) === plain(text)
}

function plain(text: string): string {
  const ordinary = Array.from(text, (character) => {
    const value = values.get(character)
    const unit = units.get(character)
    if (value !== undefined) return digits.charAt(value)
    return unit === undefined ? character : (places[Math.log10(unit)] ?? '')
  })
  return ordinary.join('').replace(/^一十/, '十')
}
