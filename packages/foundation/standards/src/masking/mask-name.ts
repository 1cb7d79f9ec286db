import { splitName } from '../names/split-name.js'

const separator = /[·•・‧∙.．]/
const latinWord = /[\p{Script=Latin}'’-]+/gu

/**
 * Masks a name for a public notice.
 *
 * - The surname stays, compound surnames whole; of the given name the last character stays when it has two or more:
 *   王明 is 王*, 王小明 is 王*明, 欧阳明 is 欧阳*, 欧阳小明 is 欧阳*明.
 * - Of a name with a dot the part before the first dot stays: 阿不都·热合曼 is 阿不都·***.
 * - Of a name in Latin letters the first letter of each word stays: Li Ming is L*** M***.
 * - A single character is hidden.
 */
export function maskName(name: string): string {
  const trimmed = typeof name === 'string' ? name.trim() : ''
  if (/\p{Script=Latin}/u.test(trimmed)) return maskLatin(trimmed)
  const [head, ...others] = trimmed.split(separator).map((part) => part.trim())
  if (head !== undefined && others.length > 0) return head === '' ? '***' : `${head}·***`
  const { surname, given } = splitName(trimmed)
  const characters = Array.from(given)
  const last = characters.at(-1)
  if (last === undefined) return surname === '' ? '' : '*'
  return characters.length === 1 ? `${surname}*` : `${surname}${'*'.repeat(characters.length - 1)}${last}`
}

function maskLatin(name: string): string {
  const initials = Array.from(name.matchAll(latinWord), ([word]) => `${Array.from(word)[0] ?? ''}***`)
  return initials.join(' ')
}
