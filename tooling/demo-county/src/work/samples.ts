import { ageOn } from '@opendpf/standards'
import type { DemoPerson } from '../people.js'
import type { Random } from '../random.js'

/** So many of the items, each at most once. */
export function sample<T>(random: Random, items: readonly T[], count: number): readonly T[] {
  const left = [...items]
  const taken: T[] = []
  while (taken.length < count && left.length > 0) {
    const at = random.whole(0, left.length - 1)
    const [item] = left.splice(at, 1)
    if (item !== undefined) taken.push(item)
  }
  return taken
}

/** So many as a share of a number, at least one. */
export function shareOf(count: number, share: number): number {
  return Math.max(1, Math.round(count * share))
}

/** Whether one of somebody's disabilities is of a category. */
export function has(person: DemoPerson, category: string): boolean {
  return person.disability.components.some((component) => component.category === category)
}

/** Somebody's age on a day. */
export function ageAt({ birthDate }: DemoPerson, day: string): number {
  return ageOn(birthDate, day) ?? 0
}
