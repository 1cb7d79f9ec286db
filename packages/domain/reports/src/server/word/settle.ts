import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { fallbacks } from './typography.js'

/** The first day that a zip file can name. */
const noTime = new Date(1980, 0, 1)

/** Names of relations that the library makes up at random, as they stand in the parts that have them. */
const madeUp = /"rId[a-z0-9_-]{21}"/g

/** Numbers that the library counts on from document to document. */
const counted = [/(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")([^"]*)(")/g, /(<wp:docPr\b[^>]*\bid=")([^"]*)(")/g] as const

/**
 * Takes out of a document what the library puts in anew each time: the time of day, the times of the files within, and names and numbers that
 * differ from document to document. What is left depends on what was written alone. The fonts that may stand in for those of official
 * documents are named.
 */
export function settle(document: Uint8Array, day: string): Uint8Array {
  const parts = unzipSync(document)
  const names = namesIn(parts)
  const settled: Zippable = {}
  for (const [name, content] of Object.entries(parts)) {
    const text = isText(name) ? settleText(name, strFromU8(content), { day, names }) : undefined
    settled[name] = [text === undefined ? settleInner(name, content) : strToU8(text), { mtime: noTime }]
  }
  settled['word/fontTable.xml'] = [strToU8(fontTable()), { mtime: noTime }]
  return zipSync(settled, { level: 6 })
}

/** The numbers of a chart are a workbook of their own, whose parts have their times too. */
function settleInner(name: string, content: Uint8Array): Uint8Array {
  if (!name.endsWith('.xlsx')) return content
  const parts = Object.entries(unzipSync(content)).map(([part, bytes]) => [part, [bytes, { mtime: noTime }]] as const)
  return zipSync(Object.fromEntries(parts) as Zippable, { level: 6 })
}

function isText(name: string): boolean {
  return name.endsWith('.xml') || name.endsWith('.rels')
}

function settleText(
  name: string,
  text: string,
  { day, names }: { readonly day: string; readonly names: ReadonlyMap<string, string> },
): string {
  if (name === 'docProps/core.xml')
    return text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`)
  return counted.reduce(numberAnew, text).replace(madeUp, (one) => names.get(one) ?? one)
}

/** Made-up names in the order in which they are met, wherever in the document they stand. */
function namesIn(parts: Readonly<Record<string, Uint8Array>>): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const [name, content] of Object.entries(parts))
    if (isText(name))
      for (const [one] of strFromU8(content).matchAll(madeUp))
        if (!names.has(one)) names.set(one, `"rIdMade${names.size + 1}"`)
  return names
}

/** Numbers count from 1, in the order in which they are met. */
function numberAnew(text: string, numbered: RegExp): string {
  const numbers = new Map<string, number>()
  return text.replace(numbered, (_, before, id, after) => {
    const number = numbers.get(id) ?? numbers.size + 1
    numbers.set(id, number)
    return `${before}${number}${after}`
  })
}

function fontTable(): string {
  const fonts = Object.entries(fallbacks).map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others.join(',')}"/><w:charset w:val="86"/></w:font>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`
}
