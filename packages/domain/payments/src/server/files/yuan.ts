/** Fen as yuan with two places and nothing else, as the hosts of banks read it: `80.00`. */
export function writeYuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
}

/** Yuan as a bank writes them, in fen; undefined for anything that is no amount. Nothing is rounded. */
export function readYuan(text: string): number | undefined {
  const found = /^¥?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2})0*)?$/.exec(text.replace(/[\s￥]/g, ''))
  if (!found) return undefined
  const [, yuan = '', places = ''] = found
  return Number(yuan.replaceAll(',', '')) * 100 + Number(places.padEnd(2, '0'))
}
