const amount = /^-?\d{1,13}(\.\d{1,2})?$/

/** Reads an amount in yuan as people type it (`1,200.5`, `￥1200元`) into fen; undefined when it is none. */
export function readYuan(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,¥￥元]/g, '')
  if (!amount.test(plain)) return undefined
  const [whole = '0', cents = ''] = plain.replace('-', '').split('.')
  const fen = Number(whole) * 100 + Number(cents.padEnd(2, '0'))
  return plain.startsWith('-') ? -fen : fen
}

/** Writes fen as yuan: `1,200.50`. */
export function formatYuan(fen: number): string {
  const sign = fen < 0 ? '-' : ''
  const whole = Math.floor(Math.abs(fen) / 100)
  const cents = String(Math.abs(fen) % 100).padStart(2, '0')
  return `${sign}${whole.toLocaleString('en-US')}.${cents}`
}

/** Writes fen as a person would type it into a box: `1200.50`. */
export function typeYuan(fen: number): string {
  return formatYuan(fen).replaceAll(',', '')
}
