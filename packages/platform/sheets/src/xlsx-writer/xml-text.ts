const special = /[&<>"\p{Cs}\uFFFE\uFFFF]|(?![\t\n])\p{Cc}|_(?=x[0-9A-Fa-f]{4}_)/u
const replaced = /[&<>"\uFFFE\uFFFF]|(?![\t\n])\p{Cc}|_(?=x[0-9A-Fa-f]{4}_)/gu

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/**
 * Escapes a text for a cell or an attribute. Characters that XML cannot hold become `_xHHHH_`, as spreadsheet
 * programs write them; half a surrogate pair becomes U+FFFD.
 */
export function escapeXml(text: string): string {
  if (!special.test(text)) return text
  return text.toWellFormed().replace(replaced, (character) => {
    const entity = entities[character]
    if (entity !== undefined) return entity
    return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
  })
}

/** Escapes a text for an attribute, where a line break must be written as a character reference. */
export function escapeAttribute(text: string): string {
  return escapeXml(text).replace(/[\n\t]/g, (character) => `&#${character.charCodeAt(0)};`)
}
