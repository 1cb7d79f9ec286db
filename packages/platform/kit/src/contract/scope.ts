/** The territory an actor may see: everything, or one county, town or village. */
export type Scope =
  | { readonly level: 'all' }
  | { readonly level: 'county'; readonly code: string }
  | { readonly level: 'town'; readonly code: string }
  | { readonly level: 'village'; readonly code: string }

/** Where a row lies. */
export interface Place {
  readonly county: string | null
  readonly town: string | null
  readonly division: string | null
}

/** The columns of a 12-digit division: county is 6 digits, town 9 (null above the towns). */
export function placeOf(division: string): {
  readonly county: string
  readonly town: string | null
  readonly division: string
} {
  return { county: division.slice(0, 6), town: division.slice(6, 9) === '000' ? null : division.slice(0, 9), division }
}

/** The scope of somebody posted at a division of county, town or village level. Above the county there is no scope but `all`. */
export function scopeOfDivision(division: string): Exclude<Scope, { level: 'all' }> {
  if (division.slice(6, 9) === '000') return { level: 'county', code: division.slice(0, 6) }
  if (division.slice(9) === '000') return { level: 'town', code: division.slice(0, 9) }
  return { level: 'village', code: division }
}

/** The equality a scope means: which column must hold which value. `undefined` for everything. */
export function scopeCondition(
  scope: Scope,
): { readonly column: 'county' | 'town' | 'division'; readonly value: string } | undefined {
  if (scope.level === 'all') return undefined
  return { column: scope.level === 'village' ? 'division' : scope.level, value: scope.code }
}

/** Whether a row lies within a scope. Global rows (no county) lie in nobody's territory and in everybody's sight. */
export function isWithinScope(scope: Scope, place: Place): boolean {
  const condition = scopeCondition(scope)
  return condition === undefined || place.county === null || place[condition.column] === condition.value
}

/** Whether one scope lies wholly inside another: nobody can grant more than he has. */
export function isScopeWithin(inner: Scope, outer: Scope): boolean {
  if (outer.level === 'all') return true
  if (inner.level === 'all') return false
  const order = { county: 6, town: 9, village: 12 } as const
  return order[inner.level] >= order[outer.level] && inner.code.startsWith(outer.code)
}

/** Who is asking: a user, another system, or the platform itself (jobs). */
export interface Actor {
  readonly id: string
  /** What the audit log shows. Never an ID number or a phone. */
  readonly name: string
  readonly kind: 'user' | 'api-key' | 'system'
  readonly scope: Scope
  readonly permissions: ReadonlySet<string>
}
