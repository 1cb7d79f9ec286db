/** The number that a text says, whatever its digits and separators; a text that says none stays as it is, so that the form refuses it. */
export function readNumber(text: string): unknown {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '')
  if (plain === '') return null
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text
}

/** How a number stands in a text box. */
export function numberText(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}
