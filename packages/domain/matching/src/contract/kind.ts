import type { benefitKinds, eligibilityModule } from '@opendpf/eligibility'
import type { Registry, RowOf } from '@opendpf/kit'
import type { Texts } from '@opendpf/messages'
import type { StatusKind } from '@opendpf/persons'

/** The id under which modules declare kinds of lists. */
export const matchingId = 'matching'

/**
 * What it says of somebody to be in a list: that he has a status, which ends when he is no longer in a whole list; that he draws something from
 * others, which rules about overlapping benefits ask for; that he has died; or something that only rules of programmes draw conclusions from.
 */
export type ListRule =
  | { readonly says: 'status'; readonly status: StatusKind; readonly source: StatusSource }
  | { readonly says: 'draws'; readonly benefit: OutsideBenefit; readonly source: BenefitSource }
  | { readonly says: 'death' }
  | { readonly says: 'listed' }

/** From whom the register knows of a status. */
export type StatusSource = 'civil-affairs' | 'rural-affairs' | 'education' | 'human-resources' | 'other'

/** A code of what others pay. */
export type OutsideBenefit = (typeof benefitKinds.entries)[number]['code']
/** From whom it is known that somebody draws it. */
export type BenefitSource = RowOf<(typeof eligibilityModule.records)['benefit']>['source']

/** A kind of list that a county gets from elsewhere. */
export interface ListKind {
  readonly title: Texts
  readonly rule: ListRule
  /** Why it is compared: personal data are handled for a purpose that is told (个人信息保护法 第 6 条). */
  readonly purpose: Texts
}

export type ListKinds = Readonly<Record<string, ListKind>>

/** Declares kinds of lists, for `declares: { [matchingId]: listKinds({ … }) }`. Names get the module's id in front. */
export function listKinds<const K extends ListKinds>(kinds: K): K {
  for (const name of Object.keys(kinds))
    if (!/^[a-z][A-Za-z0-9]{0,39}$/.test(name)) throw new Error(`a kind of list has a name in camelCase: "${name}"`)
  return kinds
}

/** Every kind of list that the modules of a deployment declare, by `<module>.<name>`. */
export function listKindsOf({ modules }: Pick<Registry, 'modules'>): ReadonlyMap<string, ListKind> {
  return new Map(
    modules.flatMap(({ id, declares }) =>
      Object.entries((declares[matchingId] ?? {}) as ListKinds).map(([name, kind]) => [`${id}.${name}`, kind] as const),
    ),
  )
}
