import { pinyin } from 'pinyin-pro'

/** One thing a name is found by, and the character (from 0) it begins at. */
export interface Gram {
  readonly gram: string
  readonly position: number
}

const han = /\p{Script=Han}/u
const separators = /[\s·・•．.\-']+/u
const letters = /[^\p{Script=Han}]+/gu
const readingsAtMost = 8

/**
 * What a name is found by: each character and each pair, the whole in pinyin and its initials, with every reading of a character that
 * has several (单 is dan, and shan as a surname), and once more without the surname's character; each later part of a name with a dot;
 * each word in letters. Pinyin carries the mark `p:`, initials `i:`, words `w:`, so that they never meet.
 */
export function gramsOf(name: string): readonly Gram[] {
  const parts = partsOf(name)
  const characters = [...parts.join('')]
  const grams = new Map<string, number>()
  const add = (gram: string, position: number): void => {
    if (!grams.has(gram)) grams.set(gram, position)
  }
  const addReadings = (some: readonly string[], position: number): void => {
    for (const reading of readingsOf(some, position === 0)) {
      add(`p:${reading.join('')}`, position)
      add(`i:${reading.map((syllable) => syllable[0] ?? '').join('')}`, position)
      if (position === 0 && reading.length > 2) add(`p:${reading.slice(1).join('')}`, 1)
    }
  }
  characters.forEach((character, position) => {
    add(character, position)
    const next = characters[position + 1]
    if (next !== undefined) add(character + next, position)
  })
  addReadings(characters, 0)
  let position = 0
  for (const part of parts) {
    if (position > 0) addReadings([...part], position)
    for (const [word] of part.matchAll(letters)) add(`w:${word}`, position)
    position += [...part].length
  }
  // a name in letters alone is also looked for as if it were one word
  if (!characters.some((character) => han.test(character))) add(`w:${characters.join('')}`, 0)
  return [...grams].map(([gram, at]) => ({ gram, position: at }))
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
      // each of the inner terms is an alternative: the letters may be pinyin, initials, or a word of a name in letters
      const typed = plain.replaceAll('ü', 'v')
      terms.push([`p:${typed}`, `i:${typed}`, `w:${plain}`].map((gram) => ({ gram, isPrefix: true })))
    }
  }
  return { terms, contains }
}

/** Names as they are compared: full-width folded, blanks and the dot of ethnic names taken out, lower case. */
export function normaliseName(name: string): string {
  return partsOf(name).join('')
}

function partsOf(name: string): readonly string[] {
  return name.normalize('NFKC').toLowerCase().split(separators).filter(Boolean)
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

/** All readings of a name or a part of it, at most a handful: a surname's proper reading first. */
function readingsOf(characters: readonly string[], startsWithSurname: boolean): readonly (readonly string[])[] {
  if (!characters.some((character) => han.test(character))) return []
  const proper = pinyin(characters.join(''), {
    toneType: 'none',
    type: 'array',
    surname: startsWithSurname ? 'head' : 'off',
    v: true,
  })
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
