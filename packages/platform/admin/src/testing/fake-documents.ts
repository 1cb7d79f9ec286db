import type { DocumentCopy, PlacedRecord, RowDocument } from '@opendpf/kit'
import { documentsOfRow } from '@opendpf/kit'
import { type FakeRequest, json, refuse } from './fake-answers.js'

const madeAt = '2026-11-24T01:30:00.000Z'

/** Papers of rows in memory: a document is there in the states that it is declared for, and its copies are counted. */
export function createFakeDocuments() {
  const copies = new Map<string, DocumentCopy[]>()
  const known = (id: string, name: string) => copies.get(`${id}/${name}`) ?? []
  const list = (record: PlacedRecord, id: string, fields: Readonly<Record<string, unknown>>): readonly RowDocument[] =>
    documentsOfRow(record, fields).map(([name, { states }]) => {
      const isAvailable = states === undefined || states.includes(String(fields[record.workflow?.field ?? '']))
      const problems = isAvailable ? [] : [{ path: '', code: 'wrong-state', message: '当前状态不能打印这份文书' }]
      return { name, isAvailable, problems, copies: known(id, name) }
    })
  return {
    handle(
      record: PlacedRecord,
      row: { readonly id: string; readonly fields: Readonly<Record<string, unknown>> },
      { method, path }: FakeRequest,
    ): Response {
      const name = path.split('/documents/')[1]
      if (name === undefined) return json({ documents: list(record, row.id, row.fields) })
      if (method !== 'POST') return refuse('not-found')
      const before = known(row.id, name)
      const copy = { copy: before.length + 1, madeAt, madeByName: '张明', hash: 'a1b2c3d4e5f60718', bytes: 41_000 }
      copies.set(`${row.id}/${name}`, [copy, ...before])
      return new Response('%PDF-1.7', { status: 201, headers: { 'content-type': 'application/pdf' } })
    },
    /** The printing of many is over at once. */
    batch: (): Response => json({ job: 'batch-0001' }, 202),
  }
}

/** How it ended. */
export const batchJob = (): Response =>
  json({
    id: 'batch-0001',
    version: 3,
    recordedAt: madeAt,
    recordedBy: 'u1',
    division: null,
    title: '批量打印',
    fields: {
      kind: 'system.printDocuments',
      state: 'done',
      progressDone: 3,
      progressTotal: 3,
      message: null,
      result: { printed: 2, leftOut: 1 },
    },
    masked: [],
    labels: {},
  })
