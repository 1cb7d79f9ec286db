import { readFileSync } from 'node:fs'
import type { Block, DocumentTree } from '@opendpf/documents'
import { plainOf, type Text } from '@opendpf/documents'

/** First and last code point of each stretch that the fonts can draw; written with the fonts. */
type Stretches = readonly (readonly [number, number])[]

/** A text has characters that no font of the server can draw. */
export class UndrawableTextError extends Error {
  override readonly name = 'UndrawableTextError'
  /** Each character once, with its code point: `𱍐 U+31350`. */
  readonly characters: readonly string[]

  constructor(characters: readonly string[]) {
    super(`no font of the server has ${characters.join(', ')}`)
    this.characters = characters
  }
}

let stretches: Stretches | undefined

/** The characters of a text that no font can draw, each once. */
export function undrawableIn(text: string): readonly string[] {
  const missing = [...new Set(text)].filter((character) => !isDrawable(character.codePointAt(0) ?? 0))
  return missing.map(
    (character) => `${character} U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  )
}

/**
 * Refuses a document that could not be drawn as it is written.
 *
 * @throws UndrawableTextError
 */
export function refuseUndrawable(tree: DocumentTree): void {
  const missing = undrawableIn(tree.body.flatMap(textsOf).map(plainOf).join(''))
  if (missing.length > 0) throw new UndrawableTextError(missing)
}

function isDrawable(point: number): boolean {
  if (point === 0x0a) return true
  stretches ??= JSON.parse(readFileSync(new URL('../assets/fonts/coverage.json', import.meta.url), 'utf8')) as Stretches
  let [low, high] = [0, stretches.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last] = stretches[middle] ?? [0, 0]
    if (point < first) high = middle - 1
    else if (point > last) low = middle + 1
    else return true
  }
  return false
}

/** Everything in a block that is drawn as text. */
function textsOf(block: Block): readonly Text[] {
  switch (block.kind) {
    case 'title':
      return [block.text, block.under ?? '']
    case 'heading':
    case 'paragraph':
    case 'frame':
      return [block.text]
    case 'list':
      return block.items
    case 'fields':
      return block.rows.flat().flatMap(({ text, foot = [] }) => [text, ...foot])
    case 'table':
      return [...block.columns.map(({ heading }) => heading), ...block.rows.flat()]
    case 'letterhead':
      return [block.office, block.number ?? '']
    case 'seal':
      return [block.office, block.date, block.note ?? '']
    case 'signatures':
      return block.lines.flat()
    case 'picture':
    case 'space':
    case 'break':
      return []
  }
}
