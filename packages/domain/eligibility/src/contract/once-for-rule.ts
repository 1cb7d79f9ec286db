import type { Book } from './declare.js'
import type { Rule } from './rule.js'

type Predicates = Pick<Book, 'predicates'>

/** Lets something that follows from a rule and the predicates it names be found once for each rule of a deployment. */
export function onceForRule<T>(find: (rule: Rule, book: Predicates) => T): (rule: Rule, book: Predicates) => T {
  const found = new WeakMap<Predicates, WeakMap<Rule, T>>()
  return (rule, book) => {
    const known = found.get(book) ?? new WeakMap<Rule, T>()
    found.set(book, known)
    const one = known.get(rule) ?? find(rule, book)
    known.set(rule, one)
    return one
  }
}
