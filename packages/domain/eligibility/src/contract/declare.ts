import type { Registry } from '@opendpf/kit'
import type { Texts } from '@opendpf/messages'
import type { Fact } from './fact.js'
import { person } from './fact.js'
import type { ParameterDef } from './parameter-def.js'
import { checkParameter } from './parameter-def.js'
import type { Operand, Rule } from './rule.js'
import { checkRule } from './rule.js'
import type { Code } from './values.js'

/** A rule that others name, because "severe" is one thing to a subsidy and another to the levy. */
export interface Predicate {
  readonly title: Texts
  readonly rule: Rule
}

/** What is said about a scheme though no clause decides it. */
export interface SchemeNote {
  readonly code: string
  readonly text: Texts
  readonly basis: string
}

/** Who may have something: a subsidy, a service, a pass. */
export interface Scheme {
  readonly title: Texts
  readonly rule: Rule
  readonly basis: string
  /** The record type it is for. Default a person of the register. */
  readonly of?: string
  /** The parameter, in fen, that it pays each month; one that differs `by` a fact pays each code its own sum. */
  readonly amount?: string
  readonly notes?: readonly SchemeNote[]
}

export interface Declarations {
  readonly facts?: Readonly<Record<string, Fact>>
  readonly parameters?: Readonly<Record<string, ParameterDef>>
  readonly predicates?: Readonly<Record<string, Predicate>>
  readonly schemes?: Readonly<Record<string, Scheme>>
}

/** The id under which modules declare. */
export const eligibilityId = 'eligibility'

/**
 * Declares facts, parameters, predicates and schemes of a module, for `declares: { eligibility: eligibility({ … }) }`. Their names get the
 * module's id in front; a rule may leave it out for what its own module declares.
 *
 * @throws Error for a rule that nobody could explain or a value that its own parameter refuses
 */
export function eligibility<const D extends Declarations>(declarations: D): D {
  for (const [name, one] of Object.entries(declarations.parameters ?? {})) checkParameter(name, one)
  for (const [name, { rule }] of Object.entries(declarations.predicates ?? {}))
    checkRule(`the predicate "${name}"`, rule)
  for (const [name, { rule }] of Object.entries(declarations.schemes ?? {})) checkRule(`the scheme "${name}"`, rule)
  return declarations
}

/** Everything that the modules of a deployment declare, by `<module>.<name>`, with every name in rules written out. */
export interface Book {
  readonly facts: ReadonlyMap<string, Fact>
  readonly parameters: ReadonlyMap<string, ParameterDef>
  readonly predicates: ReadonlyMap<string, Predicate>
  readonly schemes: ReadonlyMap<string, Scheme & { readonly of: string }>
}

const books = new WeakMap<object, Book>()

/**
 * Reads the declarations of all modules.
 *
 * @throws Error for a rule that names a fact, a parameter or a predicate that no module declares: it would hold for nobody knows whom
 */
export function bookOf({ modules }: Pick<Registry, 'modules'>): Book {
  const known = books.get(modules)
  if (known) return known
  const collect = <T>(pick: (declared: Declarations, module: string) => Readonly<Record<string, T>>) =>
    new Map(
      modules.flatMap(({ id, declares }) =>
        Object.entries(pick((declares[eligibilityId] ?? {}) as Declarations, id)).map(
          ([name, one]) => [`${id}.${name}`, one] as const,
        ),
      ),
    )
  const within = <T extends { readonly rule: Rule }>(all: Readonly<Record<string, T>> = {}, module: string) =>
    Object.fromEntries(Object.entries(all).map(([name, one]) => [name, { ...one, rule: qualify(one.rule, module) }]))
  const book: Book = {
    facts: collect(({ facts = {} }) => facts),
    parameters: collect(({ parameters = {} }, module) =>
      Object.fromEntries(
        Object.entries(parameters).map(([name, one]) => [
          name,
          one.by === undefined ? one : { ...one, by: whole(one.by, module) },
        ]),
      ),
    ),
    predicates: collect(({ predicates }, module) => within(predicates, module)),
    schemes: collect(({ schemes }, module) =>
      Object.fromEntries(
        Object.entries(within(schemes, module)).map(([name, scheme]) => [
          name,
          {
            ...scheme,
            of: scheme.of ?? person,
            ...(scheme.amount === undefined ? {} : { amount: whole(scheme.amount, module) }),
          },
        ]),
      ),
    ),
  }
  checkNames(book)
  books.set(modules, book)
  return book
}

function whole(name: string, module: string): string {
  return name.includes('.') ? name : `${module}.${name}`
}

/** Writes the module into every name of a rule. */
function qualify(rule: Rule, module: string): Rule {
  if ('rules' in rule) return { ...rule, rules: rule.rules.map((part) => qualify(part, module)) }
  if ('rule' in rule) return { ...rule, rule: qualify(rule.rule, module) }
  if (rule.test === 'named') return { ...rule, predicate: whole(rule.predicate, module) }
  if (rule.test === 'set') return { ...rule, parameter: whole(rule.parameter, module) }
  const to: Operand = 'parameter' in rule.to ? { parameter: whole(rule.to.parameter, module) } : rule.to
  return { ...rule, fact: whole(rule.fact, module), to }
}

function checkNames(book: Book): void {
  const check = (where: string, rule: Rule, path: readonly string[]): void => {
    if ('rules' in rule) for (const part of rule.rules) check(where, part, path)
    else if ('rule' in rule) check(where, rule.rule, path)
    else if (rule.test === 'named') {
      const predicate = book.predicates.get(rule.predicate)
      if (!predicate) throw new Error(`${where} names the predicate "${rule.predicate}", which no module declares`)
      if (path.includes(rule.predicate))
        throw new Error(`${where} names itself: ${[...path, rule.predicate].join(' → ')}`)
      check(where, predicate.rule, [...path, rule.predicate])
    } else if (rule.test === 'set') {
      if (book.parameters.get(rule.parameter)?.kind !== 'flag')
        throw new Error(`${where} asks whether "${rule.parameter}" is set, which is no parameter of yes or no`)
    } else {
      if (!book.facts.has(rule.fact))
        throw new Error(`${where} asks for the fact "${rule.fact}", which no module declares`)
      if ('parameter' in rule.to && !book.parameters.has(rule.to.parameter))
        throw new Error(`${where} asks for the parameter "${rule.to.parameter}", which no module declares`)
      checkTypes(where, rule, book)
    }
  }
  for (const [name, { by, codes = [] }] of book.parameters) if (by !== undefined) checkBy(name, { by, codes }, book)
  for (const [name, { rule }] of book.predicates) check(`the predicate "${name}"`, rule, [name])
  for (const [name, { rule, amount, of }] of book.schemes) {
    check(`the scheme "${name}"`, rule, [])
    if (amount === undefined) continue
    const paid = book.parameters.get(amount)
    if (paid?.kind !== 'money') throw new Error(`the scheme "${name}" pays "${amount}", which is no parameter in fen`)
    if (paid.by !== undefined && (book.facts.get(paid.by)?.of ?? person) !== of)
      throw new Error(`the scheme "${name}" pays by "${paid.by}", which is told of other subjects than ${of}`)
  }
}

/** A sum for a code that the fact never has would be paid to nobody, and one by a secret would tell it. */
function checkBy(
  name: string,
  { by, codes }: { readonly by: string; readonly codes: readonly Code[] },
  book: Book,
): void {
  const fact = book.facts.get(by)
  if (fact?.kind !== 'code') throw new Error(`the parameter "${name}" differs by "${by}", which is no fact of one code`)
  if (fact.privacy === 'S3' || fact.privacy === 'S4')
    throw new Error(`the parameter "${name}" differs by "${by}", which is secret: whoever sees the sum would know it`)
  const unknown = codes.find(({ code }) => !fact.codes?.some((one) => one.code === code))
  if (unknown) throw new Error(`the parameter "${name}" has a sum for "${unknown.code}", which "${by}" never is`)
}

const fitting = {
  is: ['whole', 'money', 'flag', 'date', 'code'],
  atLeast: ['whole', 'money', 'date'],
  atMost: ['whole', 'money', 'date'],
  oneOf: ['code'],
  some: ['items'],
} as const

/** A comparison of things that cannot be compared would be decided by the database's conversions, or not at all. */
function checkTypes(where: string, rule: Extract<Rule, { readonly fact: string }>, book: Book): void {
  const { kind } = book.facts.get(rule.fact) as Fact
  const kinds: readonly string[] = fitting[rule.test]
  if (!kinds.includes(kind)) throw new Error(`${where} cannot ask "${rule.test}" of the fact "${rule.fact}"`)
  if (!('parameter' in rule.to)) return
  const { kind: of, by } = book.parameters.get(rule.to.parameter) as ParameterDef
  if (by !== undefined)
    throw new Error(`${where} compares "${rule.fact}" with "${rule.to.parameter}", which differs by "${by}"`)
  const wanted = rule.test === 'oneOf' ? 'codes' : rule.test === 'some' ? 'patterns' : kind
  if (of !== wanted) throw new Error(`${where} compares "${rule.fact}" with "${rule.to.parameter}", which is ${of}`)
}
