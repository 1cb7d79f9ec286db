import type { Book } from './declare.js'
import { onceForRule } from './once-for-rule.js'
import type { Document } from './parameter-def.js'
import type { Rule, Says } from './rule.js'
import { partsOf } from './rule.js'
import type { FactValue, Item, ParameterValue, Pattern, Verdict } from './values.js'

/** The value of a parameter for a region on a day, and where it comes from. */
export interface ParameterFound {
  readonly value: ParameterValue
  /** 12 digits; null for the whole country. */
  readonly region: string | null
  readonly since: string
  readonly document: Document
}

/** What is known of one subject. */
export interface Known {
  readonly fact: (name: string) => FactValue
  readonly parameter: (name: string) => ParameterFound | undefined
}

/** How one clause came out, and what it came out on. */
export interface Finding {
  readonly verdict: Verdict
  readonly test: Rule['test']
  readonly says?: Says
  /** The predicate that was asked. */
  readonly predicate?: string
  readonly fact?: { readonly name: string; readonly value: FactValue }
  readonly parameter?: { readonly name: string; readonly found: ParameterFound | undefined }
  /** The fact's value is secret, and is not shown. */
  readonly isHidden?: boolean
  readonly parts: readonly Finding[]
}

/** The reader that explains: decides a rule for one subject and keeps what each clause came out on. */
export function evaluate(rule: Rule, known: Known, book: Pick<Book, 'predicates'>): Finding {
  const words = rule.says === undefined ? {} : { says: rule.says }
  if (rule.test === 'named') {
    const predicate = book.predicates.get(rule.predicate)
    if (!predicate) throw new Error(`no module declares the predicate "${rule.predicate}"`)
    const part = evaluate(predicate.rule, known, book)
    return { verdict: part.verdict, test: 'named', predicate: rule.predicate, ...words, parts: [part] }
  }
  if ('rules' in rule || 'rule' in rule) {
    const parts = partsOf(rule).map((part) => evaluate(part, known, book))
    return { verdict: joined(rule.test as 'all' | 'any' | 'not', parts), test: rule.test, ...words, parts }
  }
  if (rule.test === 'set') {
    const found = known.parameter(rule.parameter)
    const verdict = found === undefined ? 'unknown' : of(found.value === true)
    return { verdict, test: 'set', ...words, parameter: { name: rule.parameter, found }, parts: [] }
  }
  const found = known.fact(rule.fact)
  const name = 'parameter' in rule.to ? rule.to.parameter : undefined
  const parameter = name === undefined ? undefined : known.parameter(name)
  const to = 'parameter' in rule.to ? parameter?.value : rule.to.value
  return {
    verdict: to === undefined ? 'unknown' : compare(rule.test, found, to),
    test: rule.test,
    ...words,
    fact: { name: rule.fact, value: found },
    ...(name === undefined ? {} : { parameter: { name, found: parameter } }),
    parts: [],
  }
}

function joined(test: 'all' | 'any' | 'not', parts: readonly Finding[]): Verdict {
  const verdicts = parts.map(({ verdict }) => verdict)
  const decisive: Verdict = test === 'all' ? 'no' : 'yes'
  if (test === 'not') return opposite(verdicts[0] ?? 'unknown')
  if (verdicts.includes(decisive)) return decisive
  return verdicts.includes('unknown') ? 'unknown' : opposite(decisive)
}

function opposite(verdict: Verdict): Verdict {
  return verdict === 'unknown' ? 'unknown' : verdict === 'yes' ? 'no' : 'yes'
}

const of = (holds: boolean): Verdict => (holds ? 'yes' : 'no')

function compare(test: 'is' | 'atLeast' | 'atMost' | 'oneOf' | 'some', fact: FactValue, to: unknown): Verdict {
  if (fact === null) return 'unknown'
  switch (test) {
    case 'is':
      return of(fact === to)
    case 'atLeast':
      return of(fact >= (to as typeof fact))
    case 'atMost':
      return of(fact <= (to as typeof fact))
    case 'oneOf':
      return of((to as readonly unknown[]).includes(fact))
    case 'some':
      return anyOf(
        (fact as readonly Item[]).flatMap((item) => (to as readonly Pattern[]).map((one) => fits(item, one))),
      )
  }
}

function anyOf(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes('yes') ? 'yes' : verdicts.includes('unknown') ? 'unknown' : 'no'
}

function fits(item: Item, pattern: Pattern): Verdict {
  const verdicts = Object.entries(pattern).map(([name, codes]): Verdict => {
    const code = item[name] ?? null
    return code === null ? 'unknown' : of(codes.includes(code))
  })
  return verdicts.includes('no') ? 'no' : verdicts.includes('unknown') ? 'unknown' : 'yes'
}

/** What a rule asks for, predicates included. */
export interface NamesAsked {
  readonly facts: ReadonlySet<string>
  readonly parameters: ReadonlySet<string>
}

/** The names of facts and parameters that a rule asks for, predicates included. */
export const namesIn = onceForRule(gather)

function gather(rule: Rule, book: Pick<Book, 'predicates'>): NamesAsked {
  const facts = new Set<string>()
  const parameters = new Set<string>()
  const walk = (part: Rule): void => {
    if (part.test === 'named') {
      const predicate = book.predicates.get(part.predicate)
      if (predicate) walk(predicate.rule)
    } else if (part.test === 'set') parameters.add(part.parameter)
    else if ('fact' in part) {
      facts.add(part.fact)
      if ('parameter' in part.to) parameters.add(part.to.parameter)
    } else for (const inner of partsOf(part)) walk(inner)
  }
  walk(rule)
  return { facts, parameters }
}
