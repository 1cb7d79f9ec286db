import type { Attachment, PlacedRecord } from '@opendpf/kit'
import { attachmentsIn, fieldMeta, isMasked } from '@opendpf/kit'
import type { FakeRequest } from './fake-answers.js'
import { json, refuse } from './fake-answers.js'

let last = 0

/** A file as the server answers it when it was brought. */
export function fakeFile(name: string, type = 'application/pdf', bytes = 2048): Attachment {
  last += 1
  const id = `0197a000-0000-7000-8000-${String(last).padStart(12, '0')}`
  return { id, hash: 'ab', name, type, bytes }
}

/** Takes in a file; one whose name begins with 病毒 has something in it. */
export function takeFile(field: string, { file }: FakeRequest): Response {
  if (!file) return refuse('invalid-request', { params: { what: 'file' } })
  if (file.name.startsWith('病毒')) {
    const message = `文件“${file.name}”中发现恶意程序，没有保存`
    return refuse('invalid-input', { fields: [{ path: field, code: 'attachmentInfected', message }] })
  }
  return json(fakeFile(file.name, file.type, file.size), 201)
}

/** Hands out a file of a row; a hidden one for a reason alone. */
export function fetchFile(
  record: PlacedRecord,
  row: { readonly fields: Readonly<Record<string, unknown>> },
  { path, body }: FakeRequest,
): Response {
  const [field = '', id = '', reveal] = path.split('/attachments/')[1]?.split('/') ?? []
  const file = attachmentsIn(row.fields[field]).find((one) => one.id === id)
  if (!file) return refuse('not-found')
  if (isMasked(fieldMeta(record, field)) && (reveal === undefined || !body.reason)) return refuse('reason-required')
  return new Response('content', { headers: { 'content-type': file.type } })
}
