import type { Attack } from './requests.js'

/**
 * Leaves out what was tried before on another record: routes and fields come from the contracts, so that what one field of a kind refuses,
 * all of them do. Every field of every record is still tried with one value, another for each field in turn.
 */
export function createSelection(): (kind: string, attacks: readonly Attack[]) => readonly Attack[] {
  const tried = new Set<string>()
  let turn = 0
  return (kind, attacks) => {
    const kept = new Set<Attack>()
    for (const attack of attacks) {
      const likeness = `${kind} ${attack.like ?? attack.what}`
      if (!tried.has(likeness)) kept.add(attack)
      tried.add(likeness)
    }
    for (const ofField of Map.groupBy(attacks, ({ field }) => field).values()) {
      turn += 1
      const one = ofField[turn % ofField.length]
      if (one && !ofField.some((attack) => kept.has(attack))) kept.add(one)
    }
    return attacks.filter((attack) => kept.has(attack))
  }
}
