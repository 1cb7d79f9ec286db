/** A membership as the rules look at it. */
export interface Membership {
  readonly id: string
  readonly household: string
  readonly person: string
  readonly relation: string
  readonly since: string
  readonly until: string | null
}

/** Relation of the head to itself (GB/T 4761). */
export const headRelation = '01'

/** Whether two stays of one person overlap. The day somebody moves belongs to both households. */
export function overlaps(a: Pick<Membership, 'since' | 'until'>, b: Pick<Membership, 'since' | 'until'>): boolean {
  const isEmpty = (stay: Pick<Membership, 'since' | 'until'>) => stay.since === stay.until
  if (isEmpty(a) || isEmpty(b)) return false
  return (b.until === null || a.since < b.until) && (a.until === null || b.since < a.until)
}

/** What is wrong with a household's current members: they have exactly one head, or there are none. */
export function headFault(members: readonly Membership[]): 'noHead' | 'secondHead' | undefined {
  const current = members.filter(({ until }) => until === null)
  if (current.length === 0) return undefined
  const heads = current.filter(({ relation }) => relation === headRelation).length
  if (heads === 1) return undefined
  return heads === 0 ? 'noHead' : 'secondHead'
}
