/** The forms of a heading that are compared. */
export interface HeadingForms {
  /** Everything but blanks, punctuation and marks. */
  readonly full: string
  /** Without what stands in brackets. */
  readonly bare: string
  /** Without brackets and without an ending that says nothing (号码, 情况, …). */
  readonly core: string
}

const bracketed = /\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|〔[^〔〕]*〕|<[^<>]*>|《[^《》]*》/g
const marks = /[\s\p{P}\p{S}\u200B-\u200F\uFEFF]/gu
const emptyEndings = /(?<=.{2})(?:号码|编号|号|情况|状况|名称|信息|代码)$/

/** The forms of a heading, independent of width, case, line breaks, blanks and punctuation. */
export function headingForms(text: string): HeadingForms {
  const folded = text.normalize('NFKC').toLowerCase()
  const full = folded.replace(marks, '')
  const bare = folded.replace(bracketed, '').replace(marks, '') || full
  return { full, bare, core: bare.replace(emptyEndings, '') }
}

/** A heading as one line: line breaks and runs of blanks go, also those inside Chinese words. */
export function headingLine(text: string): string {
  return text
    .replace(/[\s\u3000\u200B\uFEFF]+/g, ' ')
    .replace(/(?<=\P{ASCII}) (?=\P{ASCII})/gu, '')
    .trim()
}

/** Headings that stand one above the other, as one: equal parts once. */
export function joinedHeading(parts: readonly string[]): string {
  const different = parts.filter((part, i) => part !== '' && part !== parts[i - 1])
  return different.join(' ')
}
