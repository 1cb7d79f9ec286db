import type { ListQuery, PlacedRecord } from '@opendpf/kit'
import { refusalOf } from '../samples/index.js'
import type { Call, TestAnswer } from '../server/test-server.js'
import type { Subject } from './subject.js'

/** Expects an answer to be no refusal. */
function granted(answer: TestAnswer, what: string): TestAnswer {
  if (answer.status >= 400) throw new Error(`${what} is refused: ${refusalOf(answer)}`)
  return answer
}

/**
 * Takes a list out as a file with full values: asked for by one person, let out by another where the record holds what is masked.
 *
 * @returns the bytes of the file
 */
export async function exportFile(
  subject: Subject,
  record: PlacedRecord,
  options: { readonly by: Call; readonly query: ListQuery; readonly format: 'xlsx' | 'csv' },
): Promise<Uint8Array<ArrayBuffer>> {
  const { by, query, format } = options
  const { work } = subject.server
  const asked = granted(
    await by('POST', '/api/v1/system/exports', {
      record: record.ref,
      query,
      format,
      unmasked: true,
      reason: '核对往返',
    }),
    'an export',
  )
  const address = `/api/v1/system/exports/${asked.body.id}`
  const { job } =
    asked.body.fields.state === 'waiting-for-approval'
      ? granted(await subject.server.as({ id: 'approver', at: 'all' })('POST', `${address}/approve`, {}), 'an approval')
          .body.fields
      : asked.body.fields
  const { state, message } = await work.done(job)
  if (state !== 'done') throw new Error(`an export ended as "${state}": ${message}`)
  return granted(await by('GET', `${address}/file`), 'a file').bytes
}

interface UploadedSheet {
  readonly name: string
  readonly isOffered: boolean
  readonly layout: {
    readonly headerRows: readonly [number, number]
    readonly columns: readonly { readonly index: number; readonly field?: string }[]
  }
}

/** What the dry run of an import found. */
export interface PlannedImport {
  readonly id: string
  readonly counts: {
    readonly rows: number
    readonly creates: number
    readonly updates: number
    readonly unchanged: number
    readonly problems: number
  }
  /** What it said of rows, for the reader of a failed test. */
  readonly details: string
}

/** Brings a file in as it was recognised, as far as the dry run. */
export async function planImport(
  subject: Subject,
  record: PlacedRecord,
  { by, bytes, name }: { readonly by: Call; readonly bytes: Uint8Array<ArrayBuffer>; readonly name: string },
): Promise<PlannedImport> {
  const form = new FormData()
  form.set('kind', record.ref)
  form.set('file', new File([bytes], name))
  const uploaded = granted(await by('POST', '/api/v1/system/imports', form), 'a file')
  const sheets = (uploaded.body.sheets as readonly UploadedSheet[])
    .filter(({ isOffered }) => isOffered)
    .map(({ name: sheet, layout }) => ({
      name: sheet,
      headerRows: layout.headerRows,
      columns: Object.fromEntries(layout.columns.map(({ index, field }) => [index, field ?? null])),
    }))
  const address = `/api/v1/system/imports/${uploaded.body.id}`
  const planned = granted(await by('POST', `${address}/plan`, { sheets, defaults: {} }), 'a plan')
  const { state, message } = await subject.server.work.done(planned.body.job)
  if (state !== 'done') throw new Error(`a dry run ended as "${state}": ${message}`)
  const { fields } = (await by('GET', address)).body
  const { rows } = (await by('GET', `${address}/rows?only=problems`)).body
  const { rows: changed } = (await by('GET', `${address}/rows?only=changes`)).body
  return { id: uploaded.body.id, counts: fields, details: JSON.stringify([rows, changed]).slice(0, 600) }
}
