/** A status with its days, the last one included. */
export interface Stretch {
  readonly id: string
  readonly person: string
  readonly kind: string
  readonly since: string
  readonly until: string | null
}

/** Whether two stretches share a day. */
export function overlap(a: Pick<Stretch, 'since' | 'until'>, b: Pick<Stretch, 'since' | 'until'>): boolean {
  return (b.until === null || a.since <= b.until) && (a.until === null || b.since <= a.until)
}

/** One stretch made of those that overlap: which row stays, the days of all, and which rows go. */
export interface Joined<S> {
  readonly stays: S
  readonly since: string
  readonly until: string | null
  readonly gone: readonly S[]
}

/**
 * Joins stretches that overlap, so that nothing that was known of a person is lost when two entries become one. `prefers` says which
 * row of several stays. Stretches that overlap nothing come back as they are.
 */
export function joinStretches<S extends Pick<Stretch, 'since' | 'until'>>(
  stretches: readonly S[],
  prefers: (stretch: S) => boolean,
): readonly Joined<S>[] {
  const joined: { since: string; until: string | null; parts: S[] }[] = []
  for (const stretch of stretches.toSorted((a, b) => (a.since < b.since ? -1 : 1))) {
    const last = joined.at(-1)
    if (last && overlap(last, stretch)) {
      last.parts.push(stretch)
      last.until = last.until === null || stretch.until === null ? null : later(last.until, stretch.until)
    } else joined.push({ since: stretch.since, until: stretch.until, parts: [stretch] })
  }
  return joined.map(({ since, until, parts }) => {
    const stays = parts.find(prefers) ?? (parts[0] as S)
    return { stays, since, until, gone: parts.filter((part) => part !== stays) }
  })
}

function later(one: string, other: string): string {
  return one > other ? one : other
}
