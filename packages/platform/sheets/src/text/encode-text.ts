import iconv from 'iconv-lite'

/**
 * Text as bytes, in the encoding that another system reads. GB18030 holds every character, but for 19 private ones that its edition of 2022 made
 * characters of Unicode; UTF-8 is written without a mark.
 */
export function encodeText(text: string, encoding: 'utf-8' | 'gb18030'): Uint8Array {
  return encoding === 'gb18030' ? iconv.encode(text, 'gb18030') : new TextEncoder().encode(text)
}
