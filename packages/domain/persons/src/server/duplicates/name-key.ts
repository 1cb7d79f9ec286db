import { pinyin } from 'pinyin-pro'
import { foldCharacter } from './variants.js'

const separators = /[\s·・•．.‧\-']/gu

/** A name as names are compared: full-width folded, blanks and the dot of ethnic names taken out, lower case, variants made one. */
export function nameKeyOf(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase().replace(separators, '')
  return Array.from(plain, foldCharacter).join('')
}

/**
 * A name as it sounds: syllables without tones, the surname in its reading as a surname. A character that no dictionary reads stands
 * for itself.
 */
export function soundKeyOf(name: string): string {
  const characters = Array.from(nameKeyOf(name))
  const syllables = pinyin(characters.join(''), { toneType: 'none', type: 'array', surname: 'head', v: true })
  const isAligned = syllables.length === characters.length
  return (isAligned ? syllables : characters.map((character) => pinyin(character, { toneType: 'none', v: true }))).join(
    ' ',
  )
}
