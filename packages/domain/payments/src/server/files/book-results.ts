import { settle } from '@opendpf/funds/spending'
import type { Attachment, RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { interpolate } from '@opendpf/messages'
import { payments } from '../../contract/index.js'
import { type MatchedRow, matchResults } from './match-results.js'
import { readFile, UnreadableFile } from './read-file.js'
import { addUp, nothingRead, type Results } from './results.js'

const { batch, line, fileTemplate, exchange } = payments.records
type Batch = RowOf<typeof batch>

/**
 * Reads the result file that a batch carries and books what it says, all of it or nothing; what became of it is kept with the file. The file is
 * gone through twice, chunk by chunk: nothing is booked before all of it was looked at.
 */
export async function bookResults(of: Batch, context: ModuleContext): Promise<void> {
  const { clock, write } = context
  const [file] = of.resultFile ?? []
  if (!file) throw new Error('a result comes with a file')
  const matched = await rowsIn(of, file, context)
  const pending = await context.read.count(line, { batch: of.id, state: 'pending' })
  const results = matched ? await resultsOf(matched(), pending) : nothingRead
  const isBooked = results.problemCount === 0
  if (matched && isBooked) await book(matched(), { of, results, hash: file.hash }, context)
  await write.create(exchange, {
    batch: of.id,
    direction: 'in',
    paidOn: of.paidOn,
    file: [file],
    hash: file.hash,
    at: clock.now().toISOString(),
    lines: results.rows,
    amount: results.paid.amount + results.returned.amount,
    paid: results.paid.lines,
    returned: results.returned.lines,
    missing: results.missing,
    problemCount: results.problemCount,
    problems: isBooked ? null : wordsOf(results.problems, context),
    state: isBooked ? 'booked' : 'refused',
  })
  // the file lies with the exchange: the batch is ready for the next one
  const now = await context.read.one(batch, of.id)
  if (now) await write.update(batch, { id: of.id, version: now.version, values: { paidOn: null, resultFile: null } })
}

type Chunks = AsyncIterable<readonly MatchedRow[]>

/** Goes through a file, as often as it is called; undefined where the batch does not say how its file looks. */
async function rowsIn(of: Batch, file: Attachment, context: ModuleContext): Promise<(() => Chunks) | undefined> {
  const { read, files } = context
  const template = of.template === null ? undefined : await read.one(fileTemplate, of.template)
  if (!template) return undefined
  const content = await files.read(file)
  const paidCodes = new Set(template.paidCodes.split(/[,，]/).map((code) => code.trim()))
  const hasPosition = template.resultColumns.some(({ value }) => value === 'position')
  return () => matchResults(readFile(content, template), { batch: of.id, paidCodes, hasPosition }, context)
}

async function resultsOf(chunks: Chunks, pending: number): Promise<Results> {
  try {
    return await addUp(chunks, pending)
  } catch (error) {
    if (error instanceof UnreadableFile) return nothingRead
    throw error
  }
}

interface Booking {
  readonly of: Batch
  readonly results: Results
  readonly hash: string
}

async function book(chunks: Chunks, { of, results, hash }: Booking, context: ModuleContext): Promise<void> {
  const { registry, today } = context
  const paidOn = of.paidOn ?? today
  for await (const rows of chunks) await bookLines(rows, paidOn, context)
  if (of.reservation === null) throw new Error('a batch that was sent has its money reserved')
  await settle(context, of.reservation, {
    paid: results.paid.amount,
    released: results.returned.amount,
    paidOn,
    voucher: hash.slice(0, 12),
    releaseReason: registry.text(payments.id, 'zh-CN', 'exchange.released'),
  })
}

/** What is booked already and is told again says nothing new. */
async function bookLines(rows: readonly MatchedRow[], paidOn: string, context: ModuleContext): Promise<void> {
  const { registry, write } = context
  const noReason = registry.text(payments.id, 'zh-CN', 'exchange.noReason')
  const fresh = rows.flatMap(({ line: found, ...told }) => (found?.state === 'pending' ? [{ ...told, ...found }] : []))
  await write.transitionMany(
    line,
    'pay',
    fresh.flatMap(({ id, version, isPaid }) => (isPaid ? [{ id, version, values: { paidOn } }] : [])),
  )
  await write.transitionMany(
    line,
    'giveBack',
    fresh.flatMap(({ id, version, isPaid, code, text }) => {
      if (isPaid) return []
      const returnText = (text ?? code ?? noReason).slice(0, 200)
      return [{ id, version, values: { returnedOn: paidOn, returnCode: code?.slice(0, 40) ?? null, returnText } }]
    }),
  )
}

/** Problems in words, in the county's language: rows of the file and no numbers of accounts. */
function wordsOf(problems: Results['problems'], { registry }: ModuleContext): string {
  return problems
    .map(({ row, problem }) => interpolate(registry.text(payments.id, 'zh-CN', `exchange.finding.${problem}`), { row }))
    .join('\n')
}
