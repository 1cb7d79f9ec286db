import { pinyin } from 'pinyin-pro'

/** One thing a name is found by, and the character (from 0) it begins at. */
export interface Gram {
  readonly gram: string
  readonly position: number
}

const han = /\p{Script=Han}/u
const separators = /[\s·・•．.\-']/gu
const readingsAtMost = 8

/**
 * What a name is found by: each character and each pair, the whole in pinyin and its initials, with every reading of a character that
 * has several (单 is dan, and shan as a surname), and once more without the surname's character. Pinyin carries the mark `p:`, initials
 * `i:`, so that a Latin name never meets them.
 */
export function gramsOf(name: string): readonly Gram[] {
  const characters = [...normaliseName(name)]
  const grams = new Map<string, number>()
  const add = (gram: string, position: number): void => {
    if (!grams.has(gram)) grams.set(gram, position)
  }
  characters.forEach((character, position) => {
    add(character, position)
    const next = characters[position + 1]
    if (next !== undefined) add(character + next, position)
  })
  for (const reading of readingsOf(characters)) {
    add(`p:${reading.join('')}`, 0)
    add(`i:${reading.map((syllable) => syllable[0] ?? '').join('')}`, 0)
    if (reading.length > 2) add(`p:${reading.slice(1).join('')}`, 1)
  }
  return [...grams].map(([gram, position]) => ({ gram, position }))
}

/** A search word taken apart: all of these must be found. `prefix` marks a beginning (pinyin as far as it was typed). */
export interface SearchTerm {
  readonly gram: string
  readonly isPrefix: boolean
}

/** Reads what a clerk typed: characters, pinyin, initials, any of them several times, separated by blanks. */
export function searchTerms(words: string): {
  readonly terms: readonly (readonly SearchTerm[])[]
  readonly contains: readonly string[]
} {
  const terms: SearchTerm[][] = []
  const contains: string[] = []
  for (const word of words.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 5)) {
    const plain = normaliseName(word)
    const characters = [...plain]
    if (characters.length === 0) continue
    if (characters.some((character) => han.test(character))) {
      if (characters.length === 1) terms.push([{ gram: plain, isPrefix: false }])
      else
        characters
          .slice(1)
          .forEach(
            (character, index) => void terms.push([{ gram: `${characters[index]}${character}`, isPrefix: false }]),
          )
      if (characters.length > 2) contains.push(plain)
    } else {
      // each of the inner terms is an alternative: the letters may be pinyin, initials, or a Latin name
      const own = characters.length === 1 ? plain : plain.slice(0, 2)
      terms.push([
        { gram: `p:${plain}`, isPrefix: true },
        { gram: `i:${plain}`, isPrefix: true },
        { gram: own, isPrefix: false },
      ])
    }
  }
  return { terms, contains }
}

/** Names as they are compared: full-width folded, blanks and the dot of ethnic names taken out, lower case. */
export function normaliseName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(separators, '')
}

const readings = new Map<string, readonly string[]>()

function readingsOfCharacter(character: string): readonly string[] {
  const known = readings.get(character)
  if (known) return known
  const found = han.test(character)
    ? pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true })
    : [character]
  const distinct = [
    ...new Set(
      found.map((syllable) => syllable.replaceAll('ü', 'v')).filter((syllable) => /^[a-z0-9]+$/.test(syllable)),
    ),
  ]
  readings.set(character, distinct)
  return distinct
}

/** All readings of a name, at most a handful: the surname's proper reading first. */
function readingsOf(characters: readonly string[]): readonly (readonly string[])[] {
  if (!characters.some((character) => han.test(character))) return []
  const proper = pinyin(characters.join(''), { toneType: 'none', type: 'array', surname: 'head', v: true })
  let all: string[][] = [[]]
  for (const [index, character] of characters.entries()) {
    const first = proper.length === characters.length ? (proper[index] ?? '').replaceAll('ü', 'v') : ''
    const options = [
      ...new Set([...(/^[a-z0-9]+$/.test(first) ? [first] : []), ...readingsOfCharacter(character)]),
    ].slice(0, 3)
    if (options.length === 0) continue
    all = all.flatMap((start) => options.map((option) => [...start, option])).slice(0, readingsAtMost)
  }
  return all.filter((reading) => reading.length > 0)
}
