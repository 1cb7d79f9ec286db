/** What a number under a number format is shown as; times of day without a date count as numbers. */
export type FormatMeaning = 'number' | 'day' | 'month'

const builtInDays = new Set([14, 15, 16, 22, 28, 29, 30, 31, 50, 51, 53, 54, 58])
// 17 is `mmm-yy`; the others are the Chinese `yyyy年m月`
const builtInMonths = new Set([17, 27, 36, 52, 57])

/** The meaning of a number format that the file does not spell out, by its number. */
export function builtInMeaning(formatId: number): FormatMeaning {
  if (builtInDays.has(formatId)) return 'day'
  return builtInMonths.has(formatId) ? 'month' : 'number'
}

/** The meaning of a number format by its code, such as `yyyy"年"m"月"d"日";@`. */
export function formatMeaning(code: string): FormatMeaning {
  const letters = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?:h+|m+|s+)\]/gi, 'h')
    .replace(/\[[^\]]*\]/g, '')
    .split(';')[0]
    ?.toLowerCase()
    .replace(/general|am\/pm|a\/p/g, '')
  if (letters === undefined || /[#0?@]/.test(letters.replace(/s\.0+/g, ''))) return 'number'
  if (/d/.test(letters)) return 'day'
  if (/y|e/.test(letters)) return 'month'
  return /m/.test(letters) && !/[hs]/.test(letters) ? 'month' : 'number'
}
