import { accept, type Parsed, refuse } from '../result.js'

// longer than any code or number with its stray blanks; spares NFKC a pasted novel
const longest = 200

/**
 * Trims, folds full-width and compatibility forms to plain ones (NFKC) and drops blanks at the ends.
 * Anything but a string is FORMAT, an overlong string LENGTH.
 */
export function normaliseText(input: unknown): Parsed<string, 'FORMAT' | 'LENGTH'> {
  if (typeof input !== 'string') return refuse('FORMAT')
  const trimmed = input.trim()
  if (trimmed.length > longest) return refuse('LENGTH')
  return accept(trimmed.normalize('NFKC').trim())
}

/** {@link normaliseText} in upper case, for codes and numbers. Lower-case letters outside ASCII stay as they are. */
export function normaliseCode(input: unknown): Parsed<string, 'FORMAT' | 'LENGTH'> {
  const text = normaliseText(input)
  // toUpperCase() would turn ß into SS and ı into I
  return text.ok ? accept(text.value.replace(/[a-z]/g, (letter) => letter.toUpperCase())) : text
}

/** Position of the first character that does not fit a test; undefined when all fit. */
export function firstMisfit(text: string, fits: (character: string, position: number) => boolean): number | undefined {
  for (let position = 0; position < text.length; position++) {
    if (!fits(text.charAt(position), position)) return position
  }
  return undefined
}
