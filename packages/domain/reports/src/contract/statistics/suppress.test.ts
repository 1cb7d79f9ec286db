import { fc, it } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { sampleFigures } from '../../testing/sample-figures.js'
import { publishedStatistics } from './published.js'
import { type PublishedSum, smallestShown, suppress } from './suppress.js'

/** A table with the sums of its rows, of its columns, and of all. */
function tableOf(counts: readonly (readonly number[])[]) {
  const cells = new Map<string, number>()
  const width = counts[0]?.length ?? 0
  const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)
  for (const [r, row] of counts.entries()) for (const [c, count] of row.entries()) cells.set(`${r}:${c}`, count)
  for (const [r, row] of counts.entries()) cells.set(`${r}:sum`, sum(row))
  for (let c = 0; c < width; c += 1) cells.set(`sum:${c}`, sum(counts.map((row) => row[c] ?? 0)))
  cells.set('sum:sum', sum(counts.flat()))
  const rows = [...counts.keys(), 'sum'].map((r) => ({
    parts: Array.from({ length: width }, (_, c) => `${r}:${c}`),
    total: `${r}:sum`,
  }))
  const columns = [...Array.from({ length: width }, (_, c) => c), 'sum'].map((c) => ({
    parts: Array.from({ length: counts.length }, (_, r) => `${r}:${c}`),
    total: `sum:${c}`,
  }))
  return { cells, sums: [...rows, ...columns] satisfies readonly PublishedSum[] }
}

/**
 * The cells that a reader who tries every other table finds not to be fixed. A table whose counts are one more, one less or the same is
 * enough: where a count of a table with two ways of summing is open at all, it is open by one.
 */
function openCells(
  counts: readonly (readonly number[])[],
  {
    cells,
    sums,
    hidden,
  }: { cells: ReadonlyMap<string, number>; sums: readonly PublishedSum[]; hidden: ReadonlySet<string> },
): ReadonlySet<string> {
  const inner = counts.flatMap((row, r) => row.map((_, c) => `${r}:${c}`)).filter((key) => hidden.has(key))
  const ofAllLast = sums.toSorted((one, other) => Number(one.total === 'sum:sum') - Number(other.total === 'sum:sum'))
  const open = new Set<string>()
  for (let number = 0; number < 3 ** inner.length; number += 1) {
    const change = new Map(inner.map((key, at) => [key, (Math.floor(number / 3 ** at) % 3) - 1]))
    for (const { parts, total } of ofAllLast)
      if (!change.has(total))
        change.set(
          total,
          parts.reduce((sum, key) => sum + (change.get(key) ?? 0), 0),
        )
    const isPossible = [...change].every(([key, by]) => (hidden.has(key) ? (cells.get(key) ?? 0) + by >= 0 : by === 0))
    if (isPossible) for (const [key, by] of change) if (by !== 0) open.add(key)
  }
  return open
}

const small = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([height, width]) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 8 }), { minLength: width, maxLength: width }), {
    minLength: height,
    maxLength: height,
  }),
)
const large = fc
  .tuple(fc.integer({ min: 1, max: 18 }), fc.integer({ min: 1, max: 8 }))
  .chain(([height, width]) =>
    fc.array(fc.array(fc.nat(40), { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
  )

describe('a published table', () => {
  it.prop([small], { numRuns: 300 })('lets no hidden count be worked out from the sums', (counts) => {
    const { cells, sums } = tableOf(counts)
    const hidden = suppress(cells, sums)
    const open = openCells(counts, { cells, sums, hidden })
    for (const cell of hidden) expect(open.has(cell), cell).toBe(true)
  })

  it.prop([large], { numRuns: 60 })(
    'hides every small count, nothing of nobody, and can be one more or one less everywhere',
    (counts) => {
      const { cells, sums } = tableOf(counts)
      const hidden = suppress(cells, sums)
      for (const [key, count] of cells) {
        if (count > 0 && count < smallestShown) expect(hidden.has(key), key).toBe(true)
        if (count === 0) expect(hidden.has(key), key).toBe(false)
      }
      // in no sum one cell alone is hidden
      for (const { parts, total } of sums)
        expect([...parts, total].filter((key) => hidden.has(key))).not.toHaveLength(1)
    },
  )

  it('hides no more than it must, and the smallest first', () => {
    const { cells, sums } = tableOf([[3, 20, 30]])
    const column = sums.slice(0, 1)
    expect([...suppress(new Map([...cells].filter(([key]) => key.startsWith('0:'))), column)]).toEqual(['0:0', '0:1'])
    expect(suppress(new Map([['0:0', 3]]), [])).toEqual(new Set(['0:0']))
    expect(suppress(new Map([['0:0', 9]]), [])).toEqual(new Set())
  })
})

it('the figures of a report are hidden by towns where they are of few people, and unknown where they are not known', () => {
  const [trained, care, rate] = publishedStatistics(sampleFigures())
  expect(trained?.values).toEqual([{ kind: 'hidden' }, { kind: 'value', value: 300 }, { kind: 'hidden' }])
  expect(trained?.total).toEqual({ kind: 'value', value: 312 })
  expect(care?.values).toEqual([{ kind: 'value', value: 10 }, { kind: 'unknown' }, { kind: 'value', value: 21 }])
  // a share is of no few people
  expect(rate?.values[0]).toEqual({ kind: 'value', value: 2 })
})
