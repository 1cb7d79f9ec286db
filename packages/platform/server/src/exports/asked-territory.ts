import { type Actor, isScopeWithin, type Scope, scopeOfDivision } from '@opendpf/kit'
import { parseDivision } from '@opendpf/standards'

/**
 * The territory that an approval lets out: that which was asked for, which is where the request lies. Above the county there is none
 * but everything.
 */
function askedTerritory(division: string): Scope {
  const read = parseDivision(division)
  const isAbove = read.ok && (read.value.level === 'province' || read.value.level === 'prefecture')
  return isAbove ? { level: 'all' } : scopeOfDivision(division)
}

/**
 * Whoever asked, as far as the request goes: who works in a larger territory since gets no more than was let out. `undefined` for
 * somebody who works elsewhere now.
 */
export function askerWithin(asker: Actor, division: string): Actor | undefined {
  const territory = askedTerritory(division)
  return isScopeWithin(territory, asker.scope) ? { ...asker, scope: territory } : undefined
}
