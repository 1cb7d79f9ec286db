import type { RowOf } from '@opendpf/kit'
import type { payments } from '../../contract/index.js'
import type { ResultRow } from './read-file.js'
import { readYuan } from './yuan.js'

/** What a file from the bank may be wrong in: as a whole, or in a row. */
const fileProblems = [
  'no-rows',
  'unreadable',
  'unknown',
  'ambiguous',
  'account-differs',
  'amount-differs',
  'twice',
  'contradicts',
] as const
export type FileProblem = (typeof fileProblems)[number]

/** A line of the batch, as far as a file speaks of it. */
export type MatchedLine = Pick<
  RowOf<typeof payments.records.line>,
  'id' | 'version' | 'position' | 'accountNumber' | 'net' | 'state'
>

/** A line whose money came back, and why. */
export interface Returned {
  readonly line: MatchedLine
  readonly code: string | null
  readonly text: string | null
}

/** What a file from the bank says of a batch. */
export interface Results {
  readonly paid: readonly MatchedLine[]
  readonly returned: readonly Returned[]
  /** Pending lines that it says nothing of: their result comes in another file. */
  readonly missing: number
  /** Rows that cannot be booked. One of them, and nothing of the file is. */
  readonly problems: readonly { readonly row: number; readonly problem: FileProblem }[]
}

/**
 * Finds the line of each row of a file: by its place in the batch where the file has it, else by the account, and holds account and amount
 * against it. A result that is booked already and is the same again says nothing new.
 *
 * @param paidCodes what says in the column of the result that a line was paid
 */
export function matchResults(
  rows: readonly ResultRow[],
  lines: readonly MatchedLine[],
  paidCodes: ReadonlySet<string>,
): Results {
  const byPosition = new Map(lines.map((line) => [line.position, line]))
  const byAccount = Map.groupBy(lines, ({ accountNumber }) => accountNumber ?? '')
  const seen = new Set<string>()
  const paid: MatchedLine[] = []
  const returned: Returned[] = []
  const problems: { row: number; problem: FileProblem }[] = []
  for (const { row, values } of rows) {
    const found = findLine(values, { byPosition, byAccount })
    if (typeof found === 'string') {
      problems.push({ row, problem: found })
      continue
    }
    const isPaid = paidCodes.has(values.result ?? '')
    const problem = seen.has(found.id) ? 'twice' : problemOf(values, found, isPaid)
    seen.add(found.id)
    if (problem) problems.push({ row, problem })
    else if (found.state !== 'pending') continue
    else if (isPaid) paid.push(found)
    else returned.push({ line: found, code: values.returnCode || null, text: values.returnText || null })
  }
  const missing = lines.filter(({ id, state }) => state === 'pending' && !seen.has(id)).length
  return { paid, returned, missing, problems }
}

type Values = ResultRow['values']

interface Known {
  readonly byPosition: ReadonlyMap<number, MatchedLine>
  readonly byAccount: ReadonlyMap<string, readonly MatchedLine[]>
}

function findLine(values: Values, { byPosition, byAccount }: Known): MatchedLine | FileProblem {
  const { position, accountNumber } = values
  if (position !== undefined) {
    if (!/^\d+$/.test(position)) return 'unreadable'
    return byPosition.get(Number(position)) ?? 'unknown'
  }
  const [line, ...others] = byAccount.get(digitsOf(accountNumber)) ?? []
  if (!line || !accountNumber) return 'unknown'
  return others.length > 0 ? 'ambiguous' : line
}

function problemOf(values: Values, line: MatchedLine, isPaid: boolean): FileProblem | undefined {
  const { accountNumber, result } = values
  if (!result) return 'unreadable'
  if (accountNumber !== undefined && digitsOf(accountNumber) !== line.accountNumber) return 'account-differs'
  const amount = amountIn(values)
  if (amount === 'unreadable') return amount
  if (amount !== undefined && amount !== line.net) return 'amount-differs'
  const isSame = line.state === 'pending' || line.state === (isPaid ? 'paid' : 'returned')
  return isSame ? undefined : 'contradicts'
}

/** The amount that a row says, in fen; undefined where the file has no such column. */
function amountIn({ amountFen, amountYuan }: Values): number | undefined | 'unreadable' {
  if (amountFen !== undefined) return /^\d+$/.test(amountFen) ? Number(amountFen) : 'unreadable'
  if (amountYuan !== undefined) return readYuan(amountYuan) ?? 'unreadable'
  return undefined
}

function digitsOf(account: string | undefined): string {
  return (account ?? '').replace(/\s/g, '')
}
