import type { Texts } from '@opendpf/messages'
import { isIsoDate } from '@opendpf/standards'
import { isByCode } from './sums.js'
import type { Code, ParameterValue, Pattern } from './values.js'

export const parameterKinds = ['whole', 'money', 'flag', 'codes', 'patterns'] as const
export type ParameterKind = (typeof parameterKinds)[number]

/** The document that a value was decided by. */
export interface Document {
  readonly title: string
  readonly number: string | null
  readonly date: string | null
}

/** What the whole country keeps unless a division decided otherwise, with the document that says so. */
export interface NationalValue {
  readonly since: string
  readonly until?: string
  readonly value: ParameterValue
  readonly document: Document
}

/** What a place decides and dates: a standard, an age, a list of grades. Never a constant of a rule. */
export interface ParameterDef {
  readonly title: Texts
  readonly kind: ParameterKind
  readonly unit?: Texts
  /** The bounds of a number. */
  readonly min?: number
  readonly max?: number
  /**
   * Of money: the fact by whose codes a place may pay differently (一级 120 元、二级 100 元), of this module or `<module>.<name>`. One sum for
   * everybody stays possible, and then the fact is not asked for.
   */
  readonly by?: string
  /** What a list of codes is made of; of money, the codes that may have a sum of their own. */
  readonly codes?: readonly Code[]
  /** What patterns may name, with the codes of each. */
  readonly attributes?: Readonly<Record<string, { readonly title: Texts; readonly codes: readonly Code[] }>>
  readonly basis: string
  readonly national?: readonly NationalValue[]
}

/** Why a value cannot be one of a parameter; undefined when it can. */
export type ValueProblem = 'kind' | 'bounds' | 'codes' | 'empty'

/** Checks a value against the declaration of its parameter. */
export function valueProblem(parameter: ParameterDef, value: unknown): ValueProblem | undefined {
  switch (parameter.kind) {
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'kind'
    case 'whole':
      return numberProblem(parameter, value)
    case 'money':
      return parameter.by !== undefined && isByCode(value)
        ? sumsProblem(parameter, value)
        : numberProblem(parameter, value)
    case 'codes':
      if (!Array.isArray(value)) return 'kind'
      return value.every((one) => isCode(parameter.codes, one)) ? undefined : 'codes'
    case 'patterns':
      if (!Array.isArray(value)) return 'kind'
      return value.every((one) => isPattern(parameter, one)) ? undefined : 'codes'
  }
}

function numberProblem({ min = 0, max = Number.MAX_SAFE_INTEGER }: ParameterDef, value: unknown) {
  if (!Number.isSafeInteger(value)) return 'kind'
  return (value as number) < min || (value as number) > max ? 'bounds' : undefined
}

function sumsProblem(parameter: ParameterDef, sums: object): ValueProblem | undefined {
  const named = Object.entries(sums)
  if (named.length === 0) return 'empty'
  if (named.some(([code]) => !isCode(parameter.codes, code))) return 'codes'
  return named.map(([, sum]) => numberProblem(parameter, sum)).find((problem) => problem !== undefined)
}

function isCode(codes: readonly Code[] = [], value: unknown): boolean {
  return codes.some(({ code }) => code === value)
}

function isPattern({ attributes = {} }: ParameterDef, value: unknown): value is Pattern {
  if (typeof value !== 'object' || value === null) return false
  const named = Object.entries(value)
  // a pattern that asks for nothing would fit everything
  return (
    named.length > 0 &&
    named.every(
      ([name, codes]) =>
        Array.isArray(codes) && codes.length > 0 && codes.every((code) => isCode(attributes[name]?.codes, code)),
    )
  )
}

/** Refuses a declaration that nobody could keep. */
export function checkParameter(name: string, parameter: ParameterDef): void {
  if (parameter.by !== undefined && (parameter.kind !== 'money' || !parameter.codes?.length))
    throw new Error(`the parameter "${name}" differs by "${parameter.by}", and is no money with codes`)
  for (const { since, until, value } of parameter.national ?? []) {
    const problem = valueProblem(parameter, value)
    if (problem) throw new Error(`the national value of the parameter "${name}" since ${since} is wrong: ${problem}`)
    if (!isIsoDate(since) || (until !== undefined && !(isIsoDate(until) && since <= until)))
      throw new Error(`the days of the parameter "${name}" are wrong: ${since}`)
  }
}
