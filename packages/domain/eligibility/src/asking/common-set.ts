import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { type Book, namesIn, type Rule } from '../contract/index.js'
import { partsOf } from '../contract/rule.js'
import { type Columns, type Comparison, compile } from './compile.js'
import type { Joined } from './joined.js'
import type { ParameterTable } from './parameters.js'

/**
 * Gathers what rules ask for into one set of subjects as `s`: each fact once, and each question about items that several rules ask once, whatever
 * the number of rules. Kept apart from what asks it, or the database decides everything anew wherever it is named.
 */
export function commonSet(
  joined: Joined,
  rules: readonly Rule[],
  {
    parameters,
    book,
    also,
  }: {
    readonly parameters: ParameterTable
    readonly book: Pick<Book, 'facts' | 'predicates'>
    /** Facts that no rule asks for. */
    readonly also: readonly string[]
  },
): { readonly joined: Joined; readonly columns: Columns } {
  const names = [...new Set([...rules.flatMap((rule) => [...namesIn(rule, book).facts]), ...also])]
  const facts = new Map(names.map((name, at) => [name, sql.ref(`s.fact_${at}`)] as const))
  const asked = askedRepeatedly(rules, book)
  const answers = new Map([...asked.keys()].map((key, at) => [key, sql.ref<boolean | null>(`s.answer_${at}`)] as const))
  const inner: Columns = { fact: joined.fact, division: joined.division, parameters, book }
  const selected = [
    ...names.map((name, at) => sql`, ${joined.fact(name)} as ${sql.raw(`fact_${at}`)}`),
    ...[...asked.values()].map((rule, at) => sql`, ${compile(rule, inner)} as ${sql.raw(`answer_${at}`)}`),
  ]
  const from = sql`(select s.id, s.division, s.town, s.county${sql.join(selected, sql``)} from ${joined.from} offset 0) as s`
  const fact = (name: string) => facts.get(name) as RawBuilder<unknown>
  return {
    joined: { ...joined, from, fact },
    columns: { ...inner, fact, decided: (comparison) => answers.get(keyOf(comparison)) },
  }
}

const keyOf = ({ test, fact, to }: Comparison): string => JSON.stringify([test, fact, to])

/** Questions about items that are asked in more than one place; others cost no more than looking up their answer. */
function askedRepeatedly(rules: readonly Rule[], book: Pick<Book, 'predicates'>): ReadonlyMap<string, Comparison> {
  const seen = new Set<string>()
  const repeated = new Map<string, Comparison>()
  const walk = (rule: Rule): void => {
    if (rule.test === 'named') {
      const predicate = book.predicates.get(rule.predicate)
      if (predicate) walk(predicate.rule)
    } else if (rule.test === 'some') {
      const key = keyOf(rule)
      if (seen.has(key)) repeated.set(key, rule)
      seen.add(key)
    } else for (const part of partsOf(rule)) walk(part)
  }
  for (const rule of rules) walk(rule)
  return repeated
}
