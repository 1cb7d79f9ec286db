import type { Scope } from '@opendpf/kit'
import { scopeOfDivision } from '@opendpf/kit'
import { hasNoCounties } from '@opendpf/standards'

/** The territory a user has by his posting. */
export function scopeOfUser(user: { readonly division: string | null; readonly isEverywhere: boolean | null }): Scope {
  return user.isEverywhere || !user.division ? { level: 'all' } : scopeOfDivision(user.division)
}

/** Whether somebody can be posted there: at a county, a town or a village. What lies above has no territory of its own. */
export function canBePosting(division: string): boolean {
  return division.slice(4, 6) !== '00' || hasNoCounties(division)
}
