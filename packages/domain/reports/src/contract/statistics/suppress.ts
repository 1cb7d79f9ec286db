/** A sum that is published: the parts, and the cell that holds their sum. */
export interface PublishedSum {
  readonly parts: readonly string[]
  readonly total: string
}

/** Counts under this are of so few people that somebody may know who they are. */
export const smallestShown = 5

/**
 * Chooses the cells of published counts that are hidden: every count of one to four, and as many others as it takes that no hidden one follows
 * from the sums. Nobody is hidden by a 0, which is shown; and every cell that is hidden is of somebody, so that each could as well be one more
 * or one less.
 *
 * @param cells counts from 0, by their keys; cells that are not known are not among them
 * @param sums the sums that a reader can form; those with a cell that is not known tell nothing
 */
export function suppress(cells: ReadonlyMap<string, number>, sums: readonly PublishedSum[]): ReadonlySet<string> {
  const known = sums.filter(({ parts, total }) => [...parts, total].every((key) => cells.has(key)))
  const hidden = new Set([...cells].flatMap(([key, count]) => (count > 0 && count < smallestShown ? [key] : [])))
  for (let given = derivable(hidden, known); given !== undefined; given = derivable(hidden, known)) {
    const partner = partnerOf(given, { hidden, sums: known, cells })
    if (partner === undefined) throw new Error(`"${given}" follows from sums that are not sums of their parts`)
    hidden.add(partner)
  }
  return hidden
}

/** The smallest cell that can stand for a hidden one: in one of its sums, or in one that leads to it. Totals are hidden last. */
function partnerOf(
  given: string,
  about: {
    readonly hidden: ReadonlySet<string>
    readonly sums: readonly PublishedSum[]
    readonly cells: ReadonlyMap<string, number>
  },
): string | undefined {
  const { hidden, sums, cells } = about
  const totals = new Set(sums.map(({ total }) => total))
  const reached = new Set([given])
  const open: PublishedSum[] = [...sums]
  // sums that share a hidden cell are one riddle: whatever is added to any of them may be the answer
  for (let isGrowing = true; isGrowing; ) {
    const near = open.filter((sum) => keysOf(sum).some((key) => reached.has(key)))
    const candidates = near.flatMap(keysOf).filter((key) => !hidden.has(key) && (cells.get(key) ?? 0) > 0)
    const [best] = candidates.toSorted(
      (one, other) =>
        Number(totals.has(one)) - Number(totals.has(other)) ||
        (cells.get(one) ?? 0) - (cells.get(other) ?? 0) ||
        one.localeCompare(other),
    )
    if (best !== undefined) return best
    const before = reached.size
    for (const key of near.flatMap(keysOf)) if (hidden.has(key)) reached.add(key)
    isGrowing = reached.size > before
  }
  return undefined
}

function keysOf({ parts, total }: PublishedSum): readonly string[] {
  return [...parts, total]
}

// sums have coefficients of one: counting modulo a prime that no table reaches tells apart what integers would
const prime = 1_000_003

/**
 * A hidden cell whose count follows from the sums and the cells that are shown, if there is one: solved, the equations leave it alone in one
 * of them.
 */
function derivable(hidden: ReadonlySet<string>, sums: readonly PublishedSum[]): string | undefined {
  const columns = [...hidden]
  const place = new Map(columns.map((key, index) => [key, index]))
  const rows = sums.flatMap(({ parts, total }) => {
    const row = columns.map(() => 0)
    for (const key of parts) add(row, place.get(key), 1)
    add(row, place.get(total), prime - 1)
    return row.some((one) => one !== 0) ? [row] : []
  })
  const solved = reduce(rows)
  const alone = solved.find((row) => row.filter((one) => one !== 0).length === 1)
  return alone && columns[alone.findIndex((one) => one !== 0)]
}

function add(row: number[], index: number | undefined, amount: number): void {
  if (index !== undefined) row[index] = ((row[index] ?? 0) + amount) % prime
}

/** The reduced echelon form. */
function reduce(given: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const rows = given.map((row) => [...row])
  const width = rows[0]?.length ?? 0
  let top = 0
  for (let column = 0; column < width && top < rows.length; column += 1) {
    const pivot = rows.findIndex((row, index) => index >= top && row[column] !== 0)
    if (pivot < 0) continue
    const [first = [], found = []] = [rows[top], rows[pivot]]
    rows[pivot] = first
    const factor = inverse(found[column] ?? 1)
    const lead = found.map((one) => (one * factor) % prime)
    rows[top] = lead
    for (const [index, row] of rows.entries()) {
      const times = row[column] ?? 0
      if (index === top || times === 0) continue
      rows[index] = row.map((one, at) => (one + (prime - times) * (lead[at] ?? 0)) % prime)
    }
    top += 1
  }
  return rows
}

/** By Fermat: one to the power of the prime less two. */
function inverse(value: number): number {
  let [result, base, power] = [1, value % prime, prime - 2]
  while (power > 0) {
    if (power % 2 === 1) result = (result * base) % prime
    base = (base * base) % prime
    power = Math.floor(power / 2)
  }
  return result
}
