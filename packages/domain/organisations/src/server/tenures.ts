/** Somebody's time in a post; the last day is worked. */
export interface Tenure {
  readonly id: string
  readonly post: string
  readonly since: string
  readonly until: string | null
}

type Days = Pick<Tenure, 'since' | 'until'>

/** The most people who hold a post on one day of a tenure, that tenure itself not counted. */
export function mostAtOnce(tenures: readonly Days[], during: Days): number {
  const inside = tenures.filter((tenure) => meet(tenure, during))
  // the number only grows on a day on which somebody begins
  const days = [during.since, ...inside.map(({ since }) => since).filter((since) => since > during.since)]
  return Math.max(...days.map((day) => inside.filter((tenure) => covers(tenure, day)).length))
}

function covers({ since, until }: Days, day: string): boolean {
  return since <= day && (until === null || day <= until)
}

function meet(a: Days, b: Days): boolean {
  return (b.until === null || a.since <= b.until) && (a.until === null || b.since <= a.until)
}
