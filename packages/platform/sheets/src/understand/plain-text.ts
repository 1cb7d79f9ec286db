// spaces of every width, zero-width characters, byte order mark, soft hyphen
const blanks = /[\s\u00A0\u00AD\u180E\u200B-\u200F\u2028-\u202F\u2060\u3000\uFEFF]+/g
const apostrophes = /^['‘’＇]+|['‘’＇]+$/g
const controls = /(?!\s)\p{Cc}/gu

/** The text without any blanks, in ordinary width (NFKC), without the apostrophes that keep a number a text. */
export function squeezed(text: string): string {
  return withoutKeeper(text).normalize('NFKC').replace(controls, '').replace(blanks, '').replace(apostrophes, '')
}

/** The text with runs of blanks made one space, trimmed; characters stay as they are. */
export function tidied(text: string): string {
  return withoutKeeper(text).replace(controls, '').replace(blanks, ' ').trim()
}

/** Whether the text holds blanks between other characters. */
export function hasInnerBlanks(text: string): boolean {
  return tidied(text).includes(' ')
}

// `="0012"` keeps a spreadsheet program from changing a number
function withoutKeeper(text: string): string {
  return /^\s*="(.*)"\s*$/s.exec(text)?.[1] ?? text
}
