import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Book, Fact, FactKind, Pattern, Rule } from '../contract/index.js'
import { byRegion } from './by-region.js'
import type { ParameterTable } from './parameters.js'

/** What a rule is compiled against. */
export interface Columns {
  /** The column of a fact, by its name. */
  readonly fact: (name: string) => RawBuilder<unknown>
  /** The 12 digits of where the subject lies. */
  readonly division: RawBuilder<string>
  readonly parameters: ParameterTable
  readonly book: Pick<Book, 'facts' | 'predicates'>
  /** The column in which a comparison was decided already, because several rules ask it. */
  readonly decided?: (comparison: Comparison) => Condition | undefined
}

/** A rule that compares a fact. */
export type Comparison = Extract<Rule, { readonly fact: string }>

const unknown = sql<boolean | null>`null::boolean`
type Condition = RawBuilder<boolean | null>

/**
 * The reader that lists: the same tree as one expression of the database, whose own three values (true, false, null) are those of the rules.
 */
export function compile(rule: Rule, columns: Columns): Condition {
  switch (rule.test) {
    case 'all':
      return sql`(${sql.join(
        rule.rules.map((part) => compile(part, columns)),
        sql` and `,
      )})`
    case 'any':
      return sql`(${sql.join(
        rule.rules.map((part) => compile(part, columns)),
        sql` or `,
      )})`
    case 'not':
      return sql`(not ${compile(rule.rule, columns)})`
    case 'named': {
      const predicate = columns.book.predicates.get(rule.predicate)
      if (!predicate) throw new Error(`no module declares the predicate "${rule.predicate}"`)
      return compile(predicate.rule, columns)
    }
    case 'set':
      return byRegion(
        columns.parameters.get(rule.parameter) ?? [],
        columns.division,
        (decided) => sql<boolean | null>`${decided === true}::boolean`,
        unknown,
      )
    default: {
      const decided = columns.decided?.(rule)
      if (decided) return decided
      const fact = columns.book.facts.get(rule.fact)
      if (!fact) throw new Error(`no module declares the fact "${rule.fact}"`)
      const column = columns.fact(rule.fact)
      const { to } = rule
      const comparing = (constant: unknown) => compare(rule.test, fact, column, constant)
      if ('value' in to) return comparing(to.value)
      return byRegion(columns.parameters.get(to.parameter) ?? [], columns.division, comparing, unknown)
    }
  }
}

const types: Readonly<Record<FactKind, string>> = {
  whole: 'bigint',
  money: 'bigint',
  flag: 'boolean',
  date: 'date',
  code: 'text',
  items: 'jsonb',
}

/** A constant with the type of its fact: a bare parameter would be whatever the database guesses. */
export function constantOf({ kind }: Pick<Fact, 'kind'>, constant: unknown): RawBuilder<unknown> {
  const given = kind === 'items' ? JSON.stringify(constant) : constant
  return sql`${given}::${sql.raw(types[kind])}`
}

function compare(
  test: 'is' | 'atLeast' | 'atMost' | 'oneOf' | 'some',
  fact: Fact,
  column: RawBuilder<unknown>,
  constant: unknown,
): Condition {
  switch (test) {
    case 'is':
      return sql`(${column} = ${constantOf(fact, constant)})`
    case 'atLeast':
      return sql`(${column} >= ${constantOf(fact, constant)})`
    case 'atMost':
      return sql`(${column} <= ${constantOf(fact, constant)})`
    case 'oneOf':
      // an empty list has no code, but what is not known stays not known
      return sql`(case when ${column} is null then null else ${column} = any(${constant}::text[]) end)`
    case 'some':
      return someOf(column, constant as readonly Pattern[])
  }
}

/**
 * Each side of the question as one path over the items, which costs a fraction of taking them apart into rows: whether an item certainly fits,
 * and whether one could fit if what is not known of it were known.
 */
function someOf(column: RawBuilder<unknown>, patterns: readonly Pattern[]): Condition {
  if (patterns.length === 0) return sql`(case when ${column} is null then null else false end)`
  const known = pathOf(patterns, false)
  const possible = pathOf(patterns, true)
  // most people have no items
  return sql`(case when ${column} is null then null when jsonb_array_length(${column}) = 0 then false
    when ${column} @? ${known}::jsonpath then true when ${column} @? ${possible}::jsonpath then null else false end)`
}

/** The path to items that fit a pattern; `mayLack` also takes those that lack what the pattern asks about. */
function pathOf(patterns: readonly Pattern[], mayLack: boolean): string {
  const fits = patterns.map((pattern) => {
    const asked = Object.entries(pattern).map(([name, codes]) => {
      const attribute = `@.${JSON.stringify(name)}`
      const oneOf = codes.map((code) => `${attribute} == ${JSON.stringify(code)}`)
      return `(${[...oneOf, ...(mayLack ? [`${attribute} == null`, `!exists(${attribute})`] : [])].join(' || ')})`
    })
    return asked.length === 0 ? '(1 == 1)' : `(${asked.join(' && ')})`
  })
  return `$[*] ? (${fits.join(' || ')})`
}
