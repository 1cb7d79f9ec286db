import type { PrivacyClass } from '@opendpf/kit'
import type { Texts } from '@opendpf/messages'
import type { Code, FactValue } from './values.js'

export const factKinds = ['whole', 'money', 'flag', 'date', 'code', 'items'] as const
export type FactKind = (typeof factKinds)[number]

/** What can be told of a subject on a day. The module that declares it also says, in its server half, where it stands. */
export interface Fact {
  readonly title: Texts
  readonly kind: FactKind
  /** The group of facts that one query of the server half answers. */
  readonly group: string
  /** Where it is known from, in words: 残疾人证登记. */
  readonly source: Texts
  /** What to do when it is not known: 请登记出生日期. */
  readonly ask: Texts
  /** The codes of a `code`. */
  readonly codes?: readonly Code[]
  /** What each item of `items` has, with its codes. */
  readonly attributes?: Readonly<Record<string, { readonly title: Texts; readonly codes: readonly Code[] }>>
  readonly unit?: Texts
  /** What holds where the group has no row about the subject. Default: it is not known. */
  readonly whenNone?: FactValue
  /** Of S3 and S4 an explanation tells the verdict and not the value. Default S1. */
  readonly privacy?: PrivacyClass
  /** The record type it is about. Default a person of the register. */
  readonly of?: string
}

/** The record type that facts and schemes are about unless they say otherwise. */
export const person = 'persons.person'
