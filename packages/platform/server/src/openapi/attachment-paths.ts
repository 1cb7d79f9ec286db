import type { PlacedRecord } from '@opendpf/kit'
import { attachmentTypes, attachPermissions, fieldsOf } from '@opendpf/kit'
import type { OperationTools } from './workflow-paths.js'

type Json = Readonly<Record<string, unknown>>

const name = {
  name: 'Content-Disposition',
  in: 'header',
  description: "What the file is called: attachment; filename*=UTF-8''%E8%AF%81%E4%BB%B6.pdf",
  schema: { type: 'string' },
}
const file = { name: 'file', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }
const binary = { schema: { type: 'string', format: 'binary' } }
const reveal = { type: 'object', required: ['reason'], properties: { reason: { type: 'string', minLength: 2 } } }

/** The operations of a record's files: bringing one, fetching one, and opening a sensitive one with a reason. */
export function attachmentPaths(
  record: PlacedRecord,
  { path, operation, parameter, body, answers }: OperationTools,
): Json {
  const fields = fieldsOf(record).filter(({ meta }) => meta.kind === 'attachments')
  return Object.fromEntries(
    fields.flatMap(({ name: field, meta }): [string, Json][] => {
      const types = meta.attachments?.types ?? []
      const fetched = { ...answers(200), 200: { description: 'ok', content: contentOf(types) } }
      const [needed = ''] = attachPermissions(record, field)
      const upload = operation('update', {
        operationId: `${record.ref}.${field}.upload`,
        'x-permission': needed,
        parameters: [name],
        requestBody: { required: true, content: contentOf(types) },
        responses: answers(201, { $ref: '#/components/schemas/Attachment' }),
      })
      return [
        ...(meta.isDerived ? [] : [[`${path}/attachments/${field}`, { post: upload }] as [string, Json]]),
        [
          `${path}/{id}/attachments/${field}/{file}`,
          {
            get: operation('read', {
              operationId: `${record.ref}.${field}.download`,
              parameters: [parameter('id'), file, parameter('asOf')],
              responses: fetched,
            }),
          },
        ],
        [
          `${path}/{id}/attachments/${field}/{file}/reveal`,
          {
            post: operation('reveal', {
              operationId: `${record.ref}.${field}.reveal`,
              parameters: [parameter('id'), file, parameter('asOf')],
              ...body(reveal),
              responses: fetched,
            }),
          },
        ],
      ]
    }),
  )
}

function contentOf(types: readonly string[]): Json {
  return Object.fromEntries(types.map((type) => [type, binary]))
}

/** What an upload answers, and what rows carry. */
export const attachmentJson = {
  type: 'object',
  required: ['id', 'hash', 'name', 'type', 'bytes'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    hash: { type: 'string', description: 'SHA-256 of the content, in hex' },
    name: { type: 'string' },
    type: { enum: Object.keys(attachmentTypes) },
    bytes: { type: 'integer' },
  },
}
