/** A row on its way with days. */
interface Dated<Day extends string> {
  readonly values: { readonly [Name in Day]: string | null }
  refuse(field: Day, message: string): void
}

/** Days of steps come one after the other and none after today; steps that were not taken have none. */
export function keepDaysInOrder<Day extends string>(
  { values, refuse }: Dated<NoInfer<Day>>,
  days: readonly Day[],
  { record, today }: { readonly record: string; readonly today: string },
): void {
  let last = ''
  for (const day of days) {
    const said = values[day]
    if (said === null) continue
    if (said > today) refuse(day, `${record}.problem.future`)
    else if (said < last) refuse(day, `${record}.problem.order`)
    else last = said
  }
}
