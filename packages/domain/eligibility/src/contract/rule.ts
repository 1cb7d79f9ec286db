import type { Texts } from '@opendpf/messages'
import type { FactValue, ParameterValue } from './values.js'

/** What a clause says to those who ask: what it asks for, by which law, and what is told when it holds, does not, or cannot be decided. */
export interface Says {
  readonly title: Texts
  /** The law or document that asks for it. */
  readonly basis: string
  readonly failed: Texts
  /** Default: the title. */
  readonly passed?: Texts
  /** Default: what each fact says that is not known. */
  readonly unknown?: Texts
  /** A stable name where the law or practice has one: R3. */
  readonly code?: string
}

/** What a fact is compared with: a parameter by name (of this module, or `<module>.<name>`), or a code that no place decides about. */
export type Operand = { readonly parameter: string } | { readonly value: Exclude<FactValue, null> | ParameterValue }

/** A rule as data. It has two readers: one explains one subject, the other makes one query over all of them. */
export type Rule = (
  | { readonly test: 'all' | 'any'; readonly rules: readonly Rule[] }
  | { readonly test: 'not'; readonly rule: Rule }
  | { readonly test: 'named'; readonly predicate: string }
  | { readonly test: 'set'; readonly parameter: string }
  | { readonly test: 'is' | 'atLeast' | 'atMost' | 'oneOf' | 'some'; readonly fact: string; readonly to: Operand }
) & { readonly says?: Says }

/** Every rule has to hold. */
export const all = (...rules: readonly Rule[]): Rule => ({ test: 'all', rules })
/** One of the rules has to hold. */
export const any = (...rules: readonly Rule[]): Rule => ({ test: 'any', rules })
/** The rule must not hold; what is not known of it stays not known. */
export const not = (rule: Rule): Rule => ({ test: 'not', rule })
/** A predicate that some module declares, `<module>.<name>`: severe as nursing subsidies mean it. */
export const named = (predicate: string): Rule => ({ test: 'named', predicate })
/** The region has decided yes: a parameter that is a flag turns a clause on where a place asks for it. */
export const isSet = (parameter: string): Rule => ({ test: 'set', parameter })
/** The fact is exactly this. */
export const is = (fact: string, to: Operand): Rule => ({ test: 'is', fact, to })
/** The number is this or more, the day this or later. */
export const atLeast = (fact: string, to: Operand): Rule => ({ test: 'atLeast', fact, to })
/** The number is this or less, the day this or earlier. */
export const atMost = (fact: string, to: Operand): Rule => ({ test: 'atMost', fact, to })
/** The code is one of a list. */
export const oneOf = (fact: string, to: Operand): Rule => ({ test: 'oneOf', fact, to })
/** One of the items fits one of the patterns. */
export const some = (fact: string, to: Operand): Rule => ({ test: 'some', fact, to })
/** The value of a parameter of the region on the day. */
export const parameter = (name: string): Operand => ({ parameter: name })
/** A value that no place decides about. */
export const value = (constant: Extract<Operand, { value: unknown }>['value']): Operand => ({ value: constant })

/** Gives a rule its words: every clause has them, itself or by the clause it is part of. */
export function clause(rule: Rule, says: Says): Rule {
  return { ...rule, says }
}

/** The rules that a rule is made of, one level down. */
export function partsOf(rule: Rule): readonly Rule[] {
  if ('rules' in rule) return rule.rules
  return 'rule' in rule ? [rule.rule] : []
}

/** Throws for a comparison that nobody could explain, and for a group of nothing, which would hold for everybody. */
export function checkRule(where: string, rule: Rule, isExplained = false): void {
  const explained = isExplained || rule.says !== undefined
  if ('rules' in rule && rule.rules.length === 0) throw new Error(`${where} has a group of no rules`)
  if ('fact' in rule && !explained)
    throw new Error(`${where} compares "${rule.fact}" and no clause around it says what for`)
  for (const part of partsOf(rule)) checkRule(where, part, explained)
}
