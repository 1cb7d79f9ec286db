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

/** Whether a reader who tries every count from 0 for the hidden cells finds that one of them must be what it is. */
function mustBe(
  cell: string,
  {
    cells,
    sums,
    hidden,
  }: { cells: ReadonlyMap<string, number>; sums: readonly PublishedSum[]; hidden: ReadonlySet<string> },
): boolean {
  const truth = cells.get(cell) ?? 0
  const most = Math.max(...cells.values()) + 1
  const tried = new Map<string, number>()
  const keys = [cell, ...[...hidden].filter((key) => key !== cell)]
  const countOf = (key: string) => (hidden.has(key) ? tried.get(key) : cells.get(key))
  const holds = () =>
    sums.every(({ parts, total }) => {
      const values = [...parts, total].map(countOf)
      if (values.includes(undefined)) {
        // what is known of the parts must not be more than the total
        const known = parts.reduce((sum, key) => sum + (countOf(key) ?? 0), 0)
        const whole = countOf(total)
        return whole === undefined || known <= whole
      }
      return parts.reduce((sum, key) => sum + (countOf(key) ?? 0), 0) === countOf(total)
    })
  const search = (at: number): boolean => {
    const key = keys[at]
    if (key === undefined) return true
    for (let value = 0; value <= most; value += 1) {
      if (at === 0 && value === truth) continue
      tried.set(key, value)
      if (holds() && search(at + 1)) return true
    }
    tried.delete(key)
    return false
  }
  return !search(0)
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
  it.prop([small], { numRuns: 25 })('lets no hidden count be worked out from the sums', (counts) => {
    const { cells, sums } = tableOf(counts)
    const hidden = suppress(cells, sums)
    for (const cell of hidden) expect(mustBe(cell, { cells, sums, hidden }), cell).toBe(false)
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
