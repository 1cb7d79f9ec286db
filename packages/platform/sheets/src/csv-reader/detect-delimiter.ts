/** Where the fields of a text file end, and whether the first line only says so (`sep=;`). */
export interface DelimiterFound {
  readonly delimiter: string
  readonly saidByFirstLine: boolean
}

const candidates = [',', '\t', ';', '|'] as const
const recordsLooked = 200

/** Finds the delimiter: the one that stands in most lines equally often, quoted text left out. */
export function detectDelimiter(sample: string): DelimiterFound {
  const said = /^\uFEFF?"?sep=([^"\r\n])"?\r?\n/i.exec(sample)?.[1]
  if (said !== undefined) return { delimiter: said, saidByFirstLine: true }
  const counts = countInRecords(sample)
  const best = candidates
    .map((delimiter, i) => ({ delimiter, score: scoreOf(counts.map((record) => record[i] ?? 0)) }))
    .reduce((a, b) => (b.score > a.score ? b : a))
  return { delimiter: best.score > 0 ? best.delimiter : ',', saidByFirstLine: false }
}

function countInRecords(sample: string): ReadonlyArray<readonly number[]> {
  const records: number[][] = []
  let counts = candidates.map(() => 0)
  let quoted = false
  let atStart = true
  for (let i = 0; i < sample.length && records.length < recordsLooked; i++) {
    const character = sample[i] ?? ''
    if (quoted) {
      if (character === '"') quoted = false
      continue
    }
    if (character === '"' && atStart) quoted = true
    else if (character === '\n' || character === '\r') {
      if (counts.some((count) => count > 0)) records.push(counts)
      counts = candidates.map(() => 0)
    } else {
      const which = candidates.indexOf(character as (typeof candidates)[number])
      // a tab before a delimiter only keeps a long number a text
      const keepsText = character === '\t' && /^[,;|]/.test(sample.slice(i + 1, i + 2))
      if (which >= 0 && !keepsText) counts[which] = (counts[which] ?? 0) + 1
    }
    atStart =
      character === '"' ? false : character === '\n' || character === '\r' || candidates.some((d) => d === character)
  }
  if (counts.some((count) => count > 0)) records.push(counts)
  return records
}

// how often the most common number of delimiters occurs, weighed by that number
function scoreOf(counts: readonly number[]): number {
  const tally = new Map<number, number>()
  for (const count of counts) if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1)
  let best = 0
  for (const [count, records] of tally)
    best = Math.max(best, (records / counts.length) * (1 + Math.min(count, 20) / 10))
  return best
}
