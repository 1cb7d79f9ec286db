import type { PlaceProgress } from '../../contract/index.js'

/** Counts of several villages together; `overdue` is how many of them are. */
export interface Counted
  extends Pick<PlaceProgress, 'listed' | 'toDo' | 'working' | 'returned' | 'done' | 'checked' | 'modes'> {
  readonly overdue: number
}

/** The sum over villages. */
export function sumOf(places: readonly PlaceProgress[]): Counted {
  const sum = (part: Exclude<keyof Counted, 'modes' | 'overdue'>) =>
    places.reduce((total, place) => total + place[part], 0)
  const modes: Record<string, number> = {}
  for (const place of places)
    for (const [mode, times] of Object.entries(place.modes)) modes[mode] = (modes[mode] ?? 0) + times
  return {
    listed: sum('listed'),
    toDo: sum('toDo'),
    working: sum('working'),
    returned: sum('returned'),
    done: sum('done'),
    checked: sum('checked'),
    modes,
    overdue: places.filter(({ isOverdue }) => isOverdue).length,
  }
}

/** The towns of villages, by the 12 digits of each; what lies in no town stands for itself. */
export function byTown(places: readonly PlaceProgress[]): readonly (Counted & { readonly code: string })[] {
  const towns = Map.groupBy(places, ({ town, division }) => (town === null ? division : `${town}000`))
  return [...towns].map(([code, villages]) => ({ ...sumOf(villages), code }))
}
