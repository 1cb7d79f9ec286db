const escapedCharacter = /_x([0-9A-Fa-f]{4})_/g

/** Gives back the characters that spreadsheet programs write as `_xHHHH_`. */
export function unescapeSpreadsheetText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(escapedCharacter, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
