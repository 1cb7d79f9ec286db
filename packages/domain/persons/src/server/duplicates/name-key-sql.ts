import { foldedCharacters } from './variants.js'

const separators = ' \t\n\v\f\r\u1680\u2028\u2029\uFEFF·・•．.‧-'

/**
 * What `nameKeyOf` answers, worked out by the database: for questions about all names of a county at once. `name` is an expression of SQL,
 * never a value that somebody gave.
 */
export function nameKeySql(name: string): string {
  const pairs = [...foldedCharacters]
  // what has no counterpart in the second row is taken out
  const found = `${pairs.map(([one]) => one).join('')}${separators}`
  const compared = pairs.map(([, other]) => other).join('')
  return `translate(lower(normalize(${name}, NFKC)), '${found}''', '${compared}')`
}
