import { type Fen, safe } from './fen.js'

const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']
const sections = ['', '万', '亿', '万亿']

/**
 * Writes an amount in the capital form of vouchers and receipts (支付结算办法, annex 1): 1000000 fen is `壹万元整`,
 * 10530 `壹佰零伍元叁角整`, 5 `伍分`. A minus is written 负. No zero stands between yuan and jiao when the last
 * digit of the yuan is 0, which the rule leaves free.
 *
 * @throws RangeError when it is not a safe integer
 */
export function formatYuanCapital(fen: Fen): string {
  const size = Math.abs(safe(fen))
  const yuan = Math.floor(size / 100)
  const jiao = Math.floor(size / 10) % 10
  const rest = size % 10
  const whole = yuan > 0 ? `${capitalInteger(yuan)}元` : ''
  return (
    (fen < 0 ? '负' : '') + (jiao === 0 && rest === 0 ? `${whole || '零元'}整` : whole + small({ jiao, rest, whole }))
  )
}

function small({ jiao, rest, whole }: { jiao: number; rest: number; whole: string }): string {
  if (rest === 0) return `${digits.charAt(jiao)}角整`
  const middle = jiao > 0 ? `${digits.charAt(jiao)}角` : whole && '零'
  return `${middle}${digits.charAt(rest)}分`
}

function capitalInteger(value: number): string {
  let text = ''
  for (let section = sections.length - 1; section >= 0; section--) {
    const part = Math.floor(value / 10_000 ** section) % 10_000
    if (part === 0) continue
    const isGap = text !== '' && (part < 1000 || Math.floor(value / 10_000 ** (section + 1)) % 10_000 === 0)
    text += (isGap ? '零' : '') + capitalSection(part) + sectionName(section, value)
  }
  return text
}

/** 万亿 is read 万 before a section of 亿, which then carries the 亿 for both. */
function sectionName(section: number, value: number): string {
  const hasHundredMillions = Math.floor(value / 10_000 ** 2) % 10_000 !== 0
  return section === 3 && hasHundredMillions ? '万' : (sections[section] ?? '')
}

function capitalSection(part: number): string {
  let text = ''
  let isZeroPending = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(part / 10 ** place) % 10
    if (digit === 0) {
      isZeroPending = text !== ''
      continue
    }
    text += (isZeroPending ? '零' : '') + digits.charAt(digit) + places[place]
    isZeroPending = false
  }
  return text
}
