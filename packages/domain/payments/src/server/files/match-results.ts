import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { payments } from '../../contract/index.js'
import { chunkSize } from '../../paying/chunks.js'
import { linesOf } from '../batch/lines-of.js'
import type { ResultRow } from './read-file.js'
import { readYuan } from './yuan.js'

const { line } = payments.records

/** What a file from the bank may be wrong in: as a whole, or in a row. */
export type FileProblem =
  | 'no-rows'
  | 'unreadable'
  | 'unknown'
  | 'ambiguous'
  | 'account-differs'
  | 'amount-differs'
  | 'twice'
  | 'contradicts'

/** A line of the batch, as far as a file speaks of it. */
type MatchedLine = Pick<RowOf<typeof line>, 'id' | 'version' | 'position' | 'accountNumber' | 'net' | 'state'>

/** A row of a file beside the line that it speaks of. */
export interface MatchedRow {
  readonly row: number
  /** Undefined where no line can be told to be meant. */
  readonly line?: MatchedLine
  readonly problem?: FileProblem
  readonly isPaid: boolean
  readonly code: string | null
  readonly text: string | null
}

/** What the rows of a file are held against. */
export interface ResultsOf {
  /** The id of the batch. */
  readonly batch: string
  /** What says in the column of the result that a line was paid. */
  readonly paidCodes: ReadonlySet<string>
  /** Whether rows say their place in the batch; they are found by their account otherwise. */
  readonly hasPosition: boolean
}

type Context = Pick<ModuleContext, 'db' | 'read'>

/**
 * Finds the line of each row of a file, by its place in the batch where the file has it, else by the account, and holds account and amount
 * against it. In memory are a chunk of rows and their lines, and which places were told already; where a file has no places also where each
 * account stands. Nothing is written.
 */
export async function* matchResults(
  rows: AsyncIterable<ResultRow>,
  of: ResultsOf,
  context: Context,
): AsyncGenerator<readonly MatchedRow[]> {
  const places = of.hasPosition ? undefined : await placesOf(of.batch, context)
  const seen = new Set<number>()
  let chunk: ResultRow[] = []
  for await (const row of rows) {
    chunk.push(row)
    if (chunk.length < chunkSize) continue
    yield await matchChunk(chunk, { of, places, seen }, context)
    chunk = []
  }
  if (chunk.length > 0) yield await matchChunk(chunk, { of, places, seen }, context)
}

/** Where each account stands in a batch. */
type Places = ReadonlyMap<string, number | 'ambiguous'>

async function placesOf(batch: string, context: Context): Promise<Places> {
  const places = new Map<string, number | 'ambiguous'>()
  for await (const lines of linesOf(batch, toldStates, context))
    for (const { accountNumber, position } of lines)
      if (accountNumber !== null) places.set(accountNumber, places.has(accountNumber) ? 'ambiguous' : position)
  return places
}

/** States of lines that a bank may speak of. */
const toldStates = ['pending', 'paid', 'returned', 'replaced', 'dropped'] as const

interface Known {
  readonly of: ResultsOf
  readonly places: Places | undefined
  /** Places that rows before have spoken of. */
  readonly seen: Set<number>
}

async function matchChunk(rows: readonly ResultRow[], known: Known, { read }: Context): Promise<readonly MatchedRow[]> {
  const { of, places, seen } = known
  const placed = rows.map(({ row, values }) => ({ row, values, place: placeOf(values, places) }))
  const asked = placed.flatMap(({ place }) => (typeof place === 'number' ? [place] : []))
  const lines = await read.many(
    line,
    { batch: of.batch, position: [...new Set(asked)], state: [...toldStates] },
    { limit: chunkSize + 1 },
  )
  const byPosition = new Map(lines.map((one) => [one.position, one]))
  return placed.map(({ row, values, place }) => {
    const isPaid = of.paidCodes.has(values.result ?? '')
    const told = { row, isPaid, code: values.returnCode || null, text: values.returnText || null }
    if (typeof place === 'string') return { ...told, problem: place }
    const found = byPosition.get(place)
    if (!found) return { ...told, problem: 'unknown' }
    const problem = seen.has(place) ? 'twice' : problemOf(values, found, isPaid)
    seen.add(place)
    return { ...told, line: found, ...(problem && { problem }) }
  })
}

type Values = ResultRow['values']

/** No batch is longer: what a bank writes beyond it is no place. */
const lastPlace = 10_000_000

function placeOf({ position = '', accountNumber }: Values, places: Places | undefined): number | FileProblem {
  if (places) return places.get(digitsOf(accountNumber)) ?? 'unknown'
  if (!/^\d+$/.test(position)) return 'unreadable'
  return Number(position) <= lastPlace ? Number(position) : 'unknown'
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

function digitsOf(account: string | null | undefined): string {
  return (account ?? '').replace(/\s/g, '')
}
