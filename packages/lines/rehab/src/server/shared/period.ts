/** A row on its way that holds from a day to a day. */
interface Lasting<From extends string, Until extends string> {
  readonly values: { readonly [Name in From]: string } & { readonly [Name in Until]: string | null }
  refuse(field: Until, message: string): void
}

/** What holds for a time does not end before it begins. */
export function keepPeriod<From extends string, Until extends string>(
  { values, refuse }: Lasting<NoInfer<From>, NoInfer<Until>>,
  [from, until]: readonly [From, Until],
  record: string,
): void {
  const end: string | null = values[until]
  if (end !== null && end < values[from]) refuse(until, `${record}.problem.period`)
}
