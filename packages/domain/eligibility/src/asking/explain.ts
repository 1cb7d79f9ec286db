import { createHash } from 'node:crypto'
import { OpenDpfError } from '@opendpf/errors'
import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import {
  type AmountTold,
  type Ask,
  type Book,
  bookOf,
  type Explanation,
  evaluate,
  type FactValue,
  type Finding,
  isByCode,
  namesIn,
  type Rule,
  type Scheme,
  sumFor,
} from '../contract/index.js'
import { onceForRule } from '../contract/once-for-rule.js'
import { isPaidByCode, paidBy } from './amounts.js'
import { joinFacts } from './joined.js'
import { type ParametersAsked, type ParameterTable, readParameters, valueFor } from './parameters.js'

type Context = Pick<ModuleContext, 'db' | 'registry' | 'provided'>

/**
 * Explains what a subject may have on a day: every scheme of its kind, or those named. Facts are read once for all of them, parameters
 * once. As known at an earlier instant, the parameters are those known then; facts are those of the register now.
 *
 * @throws OpenDpfError `not-found` for a subject outside the caller's territory, or a scheme that no module declares
 */
export async function explain(
  context: Context,
  subject: string,
  {
    schemes,
    of = 'persons.person',
    ...asked
  }: ParametersAsked & { readonly schemes?: readonly string[]; readonly of?: string },
): Promise<readonly Explanation[]> {
  const book = bookOf(context.registry)
  const wanted = (schemes ?? [...book.schemes.keys()]).flatMap((name) => {
    const scheme = book.schemes.get(name)
    if (!scheme) throw new OpenDpfError('not-found')
    return scheme.of === of ? [{ name, ...scheme }] : []
  })
  const needed = wanted.map(({ rule }) => namesIn(rule, book))
  const amounts = wanted.flatMap(({ amount }) => (amount === undefined ? [] : [amount]))
  const names = new Set([...needed.flatMap(({ parameters }) => [...parameters]), ...amounts])
  const table = await readParameters(context, book, names, asked)
  const paying = wanted.flatMap((scheme) => (isPaidByCode(scheme, table) ? (paidBy(scheme, book) ?? []) : []))
  const factNames = new Set([...needed.flatMap(({ facts }) => [...facts]), ...paying])
  const known = await readFacts(context, subject, { of, names: factNames, date: asked.date })
  return wanted.map((scheme) => {
    const { name, title, basis, rule, notes = [] } = scheme
    const finding = evaluate(
      rule,
      {
        fact: (fact) => known.values.get(fact) ?? null,
        parameter: (one) => valueFor(table, one, known.division),
      },
      book,
    )
    const amount = amountTold(scheme, { table, known, book })
    return {
      scheme: name,
      title,
      basis,
      subject,
      date: asked.date,
      verdict: finding.verdict,
      finding,
      asks: asksOf(finding, book, amount),
      ...(amount === undefined ? {} : { amount }),
      notes,
      ruleVersion: ruleVersion(rule, book),
    }
  })
}

/** What is known of a subject, and where it lies. */
interface Known {
  readonly division: string
  readonly values: ReadonlyMap<string, FactValue>
}

/** What the scheme pays the subject, by the decision of its region. */
function amountTold(
  scheme: Pick<Scheme, 'amount'>,
  { table, known, book }: { readonly table: ParameterTable; readonly known: Known; readonly book: Book },
): AmountTold | undefined {
  const { amount: parameter } = scheme
  if (parameter === undefined) return undefined
  const found = valueFor(table, parameter, known.division)
  const fact = isByCode(found?.value) ? paidBy(scheme, book) : undefined
  const value = fact === undefined ? null : (known.values.get(fact) ?? null)
  return {
    parameter,
    found,
    fen: sumFor(found?.value, value),
    ...(fact === undefined ? {} : { by: { fact, value } }),
  }
}

async function readFacts(
  context: Context,
  subject: string,
  asked: { readonly of: string; readonly names: ReadonlySet<string>; readonly date: string },
): Promise<Known> {
  const joined = joinFacts(context, asked.of, asked)
  const columns = [...asked.names].map((name, at) => sql`, ${joined.fact(name)} as ${sql.raw(`f${at}`)}`)
  const { rows } = await sql<Readonly<Record<string, FactValue>>>`
    select ${joined.division} as division${sql.join(columns, sql``)} from ${joined.from} where s.id = ${subject}`.execute(
    context.db,
  )
  const [row] = rows
  if (!row) throw new OpenDpfError('not-found')
  return {
    division: String(row.division),
    values: new Map([...asked.names].map((name, at) => [name, row[`f${at}`] ?? null])),
  }
}

/** What is missing: the unknown facts of clauses that could not be decided, each once, and what the sum depends on. */
function asksOf(finding: Finding, book: Book, amount: AmountTold | undefined): readonly Ask[] {
  const asks = new Map<string, Ask>()
  const walk = (part: Finding): void => {
    if (part.verdict !== 'unknown') return
    const fact = part.fact && book.facts.get(part.fact.name)
    if (part.fact && fact && (part.fact.value === null || fact.kind === 'items') && !isUnset(part))
      asks.set(part.fact.name, { fact: part.fact.name, title: fact.title, text: fact.ask })
    for (const inner of part.parts) walk(inner)
  }
  walk(finding)
  const by = amount?.by
  const paying = by?.value === null && finding.verdict !== 'no' ? book.facts.get(by.fact) : undefined
  if (by && paying) asks.set(by.fact, { fact: by.fact, title: paying.title, text: paying.ask })
  return [...asks.values()]
}

function isUnset({ parameter, fact }: Finding): boolean {
  return parameter !== undefined && parameter.found === undefined && fact?.value !== null
}

/** Fingerprint of a rule with the predicates it names. */
export const ruleVersion = onceForRule(fingerprint)

function fingerprint(rule: Rule, book: Pick<Book, 'predicates'>): string {
  const predicates: Record<string, Rule> = {}
  const walk = (part: Rule): void => {
    if (part.test === 'named') {
      const inner = book.predicates.get(part.predicate)
      if (inner && !predicates[part.predicate]) {
        predicates[part.predicate] = inner.rule
        walk(inner.rule)
      }
    } else if ('rules' in part) for (const inner of part.rules) walk(inner)
    else if ('rule' in part) walk(part.rule)
  }
  walk(rule)
  return createHash('sha256')
    .update(JSON.stringify([rule, predicates]))
    .digest('hex')
    .slice(0, 16)
}
