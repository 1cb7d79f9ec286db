// what a spreadsheet program skips before it looks for a formula: spaces, control and zero-width characters, BOM
const skipped = '[\\s\\u0000-\\u001F\\u007F-\\u00A0\\u200B-\\u200F\\u2028-\\u202F\\u2060\\u3000\\uFEFF]*'
const formula = new RegExp(`^${skipped}[=+\\-@＝＋－＠]`, 'u')
const guardableFormula = new RegExp(`^'*${skipped}[=+\\-@＝＋－＠]`, 'u')
const guarded = new RegExp(`^''*${skipped}[=+\\-@＝＋－＠]`, 'u')
const longNumber = /^(?:\d{12,}|0\d+)\t*$/
const longNumberWithTab = /^(?:\d{12,}|0\d+)\t+$/

/** Whether a spreadsheet program might take the text for a formula. */
export function looksLikeFormula(text: string): boolean {
  return formula.test(text)
}

/**
 * Makes a text safe for a CSV cell: an apostrophe before everything that might be a formula. A text that already has
 * such an apostrophe gets another one, so that {@link unguardText} gives every text back as it was.
 */
export function guardFormula(text: string): string {
  return guardableFormula.test(text) ? `'${text}` : text
}

/**
 * Keeps a long number a text when a spreadsheet program opens the CSV, by a tab behind it. One that has a tab already
 * gets another in any case, for {@link unguardText}.
 */
export function guardLongNumber(text: string, keepLongNumbers = true): string {
  const guardable = keepLongNumbers ? longNumber : longNumberWithTab
  return guardable.test(text) ? `${text}\t` : text
}

/** Takes away what {@link guardFormula} and {@link guardLongNumber} put there, and nothing else. */
export function unguardText(text: string): string {
  if (guarded.test(text)) return text.slice(1)
  return longNumberWithTab.test(text) ? text.slice(0, -1) : text
}
