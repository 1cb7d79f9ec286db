import { settle } from '@opendpf/funds/spending'
import type { Attachment, RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { interpolate } from '@opendpf/messages'
import { payments } from '../../contract/index.js'
import { chunksOf } from '../../paying/chunks.js'
import { linesOf } from '../batch/lines-of.js'
import { type MatchedLine, matchResults, type Results } from './match-results.js'
import { readFile } from './read-file.js'

const { batch, line, fileTemplate, exchange } = payments.records
type Batch = RowOf<typeof batch>

const mostProblems = 200
/** States of lines that a bank may speak of. */
const toldStates = ['pending', 'paid', 'returned', 'replaced', 'dropped'] as const

/** Reads the result file that a batch carries and books what it says, all of it or nothing; what became of it is kept with the file. */
export async function bookResults(of: Batch, context: ModuleContext): Promise<void> {
  const { clock, write } = context
  const [file] = of.resultFile ?? []
  if (!file) throw new Error('a result comes with a file')
  const results = await resultsIn(of, file, context)
  const isBooked = results.problems.length === 0
  const amount = [...results.paid, ...results.returned.map((one) => one.line)].reduce((sum, { net }) => sum + net, 0)
  if (isBooked) await book(results, { of, hash: file.hash }, context)
  await write.create(exchange, {
    batch: of.id,
    direction: 'in',
    paidOn: of.paidOn,
    file: [file],
    hash: file.hash,
    at: clock.now().toISOString(),
    lines: results.rows,
    amount,
    paid: results.paid.length,
    returned: results.returned.length,
    missing: results.missing,
    problemCount: results.problems.length,
    problems: isBooked ? null : wordsOf(results.problems, context),
    state: isBooked ? 'booked' : 'refused',
  })
  // the file lies with the exchange: the batch is ready for the next one
  const now = await context.read.one(batch, of.id)
  if (now) await write.update(batch, { id: of.id, version: now.version, values: { paidOn: null, resultFile: null } })
}

async function resultsIn(
  of: Batch,
  file: Attachment,
  context: ModuleContext,
): Promise<Results & { readonly rows: number }> {
  const { read, files } = context
  const template = of.template === null ? undefined : await read.one(fileTemplate, of.template)
  const rows = template && (await readFile(await files.read(file), template))
  if (!rows || rows.length === 0)
    return { rows: 0, paid: [], returned: [], missing: 0, problems: [{ row: 0, problem: 'no-rows' }] }
  const lines: MatchedLine[] = []
  for (const state of toldStates) for await (const some of linesOf(of.id, state, context)) lines.push(...some)
  const paidCodes = new Set(template.paidCodes.split(/[,，]/).map((code) => code.trim()))
  return { rows: rows.length, ...matchResults(rows, lines, paidCodes) }
}

interface Booking {
  readonly of: Batch
  readonly hash: string
}

async function book({ paid, returned }: Results, { of, hash }: Booking, context: ModuleContext): Promise<void> {
  const { registry, today, write } = context
  const paidOn = of.paidOn ?? today
  const noReason = registry.text(payments.id, 'zh-CN', 'exchange.noReason')
  for (const chunk of chunksOf(paid))
    await write.transitionMany(
      line,
      'pay',
      chunk.map(({ id, version }) => ({ id, version, values: { paidOn } })),
    )
  for (const chunk of chunksOf(returned))
    await write.transitionMany(
      line,
      'giveBack',
      chunk.map(({ line: { id, version }, code, text }) => ({
        id,
        version,
        values: {
          returnedOn: paidOn,
          returnCode: code?.slice(0, 40) ?? null,
          returnText: (text ?? code ?? noReason).slice(0, 200),
        },
      })),
    )
  if (of.reservation === null) throw new Error('a batch that was sent has its money reserved')
  await settle(context, of.reservation, {
    paid: paid.reduce((sum, { net }) => sum + net, 0),
    released: returned.reduce((sum, one) => sum + one.line.net, 0),
    paidOn,
    voucher: hash.slice(0, 12),
    releaseReason: registry.text(payments.id, 'zh-CN', 'exchange.released'),
  })
}

/** Problems in words, in the county's language: rows of the file and no numbers of accounts. */
function wordsOf(problems: Results['problems'], { registry }: ModuleContext): string {
  return problems
    .slice(0, mostProblems)
    .map(({ row, problem }) => interpolate(registry.text(payments.id, 'zh-CN', `exchange.finding.${problem}`), { row }))
    .join('\n')
}
