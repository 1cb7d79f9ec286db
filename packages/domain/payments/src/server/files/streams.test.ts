import { fc, test } from '@fast-check/vitest'
import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { encodeText } from '@opendpf/sheets'
import { describe, expect, it } from 'vitest'
import { type payments, shippedTemplates } from '../../contract/index.js'
import { chunkSize } from '../../paying/chunks.js'
import { matchResults } from './match-results.js'
import { type ResultRow, readFile, UnreadableFile } from './read-file.js'
import { addUp } from './results.js'
import { writeFile } from './write-file.js'

type Records = typeof payments.records
type Line = RowOf<Records['line']>
type Template = RowOf<Records['fileTemplate']>

const template = {
  ...shippedTemplates[0],
  form: 'text',
  separator: '^',
  encoding: 'gb18030',
  header: '{{count}}^{{amountYuan}}',
  footer: '完',
  headLines: 1,
  tailLines: 1,
  resultColumns: ['position', 'accountNumber', 'nothing', 'amountYuan', 'result'].map((value) => ({ value })),
} as unknown as Template
const batch = { title: '补贴', month: '2026-06', amount: 100 } as RowOf<Records['batch']>

const lineAt = (position: number) =>
  ({
    id: `l${position}`,
    version: 1,
    position,
    net: 8000,
    accountNumber: `6222${position}`,
    holderName: '王示范',
    reason: '补贴',
    state: 'pending',
  }) as Line

/** A bank's answer, row by row, which counts how many of its rows were taken. */
function answer(rows: number) {
  const taken = { rows: 0 }
  async function* stream(): AsyncGenerator<ResultRow> {
    for (let position = 1; position <= rows; position += 1) {
      taken.rows += 1
      const values = {
        position: String(position),
        accountNumber: `6222${position}`,
        amountYuan: '80.00',
        result: '成功',
      }
      yield { row: position, values }
    }
  }
  return { taken, stream }
}

/** Reads lines that stand pending, and remembers of how many at once it was asked. */
function register() {
  const asked: number[] = []
  const read = {
    many: async (_: unknown, where: { position: readonly number[] }) => {
      asked.push(where.position.length)
      return where.position.map(lineAt)
    },
  }
  return { asked, context: { read, db: undefined } as unknown as Pick<ModuleContext, 'read' | 'db'> }
}

/** Everything that a stream gives. */
async function allOf<T>(stream: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = []
  for await (const one of stream) all.push(one)
  return all
}

const of = { batch: 'b1', paidCodes: new Set(['成功']), hasPosition: true }

describe('a result file of many rows', () => {
  it('is matched chunk by chunk: never more of it is held than one of them', async () => {
    const { taken, stream } = answer(2 * chunkSize + 7)
    const { asked, context } = register()
    let given = 0
    for await (const rows of matchResults(stream(), of, context)) {
      expect(taken.rows - given).toBeLessThanOrEqual(chunkSize)
      given += rows.length
    }
    expect([given, asked]).toEqual([2 * chunkSize + 7, [chunkSize, chunkSize, 7]])
  })

  it('knows in a later chunk what an earlier one told', async () => {
    async function* twice() {
      yield* answer(chunkSize).stream()
      yield* answer(2).stream()
    }
    const results = await addUp(matchResults(twice(), of, register().context), chunkSize + 3)
    expect(results).toMatchObject({ rows: chunkSize + 2, problemCount: 2, missing: 3 })
    expect(results.problems).toEqual([
      { row: 1, problem: 'twice' },
      { row: 2, problem: 'twice' },
    ])
  })

  it.each([
    ['0000000000007', 'l7'],
    ['10000001', undefined],
    ['9'.repeat(400), undefined],
  ])('finds no line but that of the place %s', async (position, id) => {
    async function* one() {
      yield { row: 1, values: { position, result: '成功' } }
    }
    for await (const [row] of matchResults(one(), of, register().context)) expect(row?.line?.id).toBe(id)
  })

  it('is read as far as it can be, and named unreadable where it cannot', async () => {
    const good = encodeText(`合计\r\n${'1^62221^王^80.00^成功\r\n'.repeat(5000)}`, 'gb18030')
    const rows = readFile(new Uint8Array([...good, 0xff]), template)
    expect((await rows.next()).value).toMatchObject({ row: 2, values: { position: '1', result: '成功' } })
    await expect(allOf(rows)).rejects.toThrow(UnreadableFile)
  })
})

test.prop(
  [fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 4 }), fc.constantFrom('\n', '\r\n')],
  {
    numRuns: 15,
  },
)('a file that was written in chunks is read as one, wherever its characters are cut', async (sizes, end) => {
  const all = Array.from({ length: sizes.reduce((sum, size) => sum + size, 0) }, (_, at) => lineAt(at + 1))
  async function* chunks() {
    let at = 0
    for (const size of sizes) {
      yield all.slice(at, at + size)
      at += size
    }
  }
  const { content } = await writeFile({ batch, lines: chunks(), count: all.length, template, today: '2026-06-08' })
  const text = new TextDecoder('gb18030', { fatal: true }).decode(content)
  expect(text.split('\r\n')[0]).toBe(`${all.length}^1.00`)
  const found = await allOf(readFile(encodeText(text.replaceAll('\r\n', end), 'gb18030'), template))
  expect(found.map(({ values }) => values.accountNumber)).toEqual(all.map(({ accountNumber }) => accountNumber))
  expect(found.at(-1)?.row).toBe(all.length === 0 ? undefined : all.length + 1)
})
