import type { FileProblem, MatchedRow } from './match-results.js'

/** Lines and their sum in fen. */
interface Sum {
  readonly lines: number
  readonly amount: number
}

/** What a file from the bank says of a batch, in numbers. */
export interface Results {
  readonly rows: number
  /** What it tells for the first time. */
  readonly paid: Sum
  readonly returned: Sum
  /** Pending lines that it says nothing of: their result comes in another file. */
  readonly missing: number
  readonly problemCount: number
  /** The first rows that cannot be booked. One of them, and nothing of the file is. */
  readonly problems: readonly { readonly row: number; readonly problem: FileProblem }[]
}

/** Problems of a file that are told one by one. */
const mostProblems = 200
const none: Sum = { lines: 0, amount: 0 }

/** Of a file that cannot be read, or has no rows. */
export const nothingRead: Results = {
  rows: 0,
  paid: none,
  returned: none,
  missing: 0,
  problemCount: 1,
  problems: [{ row: 0, problem: 'no-rows' }],
}

/**
 * Adds up what a file says.
 *
 * @param pending lines of the batch whose result is not known yet
 */
export async function addUp(chunks: AsyncIterable<readonly MatchedRow[]>, pending: number): Promise<Results> {
  let [rows, told, problemCount] = [0, 0, 0]
  let [paid, returned] = [none, none]
  const problems: { row: number; problem: FileProblem }[] = []
  for await (const chunk of chunks)
    for (const { row, line, problem, isPaid } of chunk) {
      rows += 1
      const isPending = line?.state === 'pending'
      if (isPending && problem !== 'twice') told += 1
      if (problem) {
        problemCount += 1
        if (problems.length < mostProblems) problems.push({ row, problem })
      } else if (isPending && isPaid) paid = plus(paid, line.net)
      else if (isPending) returned = plus(returned, line.net)
    }
  if (rows === 0) return nothingRead
  return { rows, paid, returned, missing: pending - told, problemCount, problems }
}

function plus({ lines, amount }: Sum, fen: number): Sum {
  return { lines: lines + 1, amount: amount + fen }
}
