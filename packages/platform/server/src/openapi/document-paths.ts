import type { PlacedRecord } from '@opendpf/kit'
import { hasDocuments } from '@opendpf/kit'
import type { OperationTools } from './workflow-paths.js'

type Json = Readonly<Record<string, unknown>>

const text: Json = { type: 'string' }
const whole: Json = { type: 'integer' }
const list = (items: Json): Json => ({ type: 'array', items })
const fields = (properties: Readonly<Record<string, Json>>): Json => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
})
const documents = fields({
  documents: list(
    fields({
      name: text,
      isAvailable: { type: 'boolean' },
      problems: list(fields({ path: text, code: text, message: text })),
      copies: list(
        fields({
          copy: whole,
          madeAt: { type: 'string', format: 'date-time' },
          madeByName: text,
          hash: text,
          bytes: whole,
        }),
      ),
    }),
  ),
})
const batchRequest: Json = {
  type: 'object',
  description: 'either rows or a query',
  properties: {
    rows: { ...list(text), minItems: 1, maxItems: 1000 },
    query: { $ref: '#/components/schemas/ListQuery' },
  },
}
const pdf = (status: number): Json => ({
  [status]: {
    description: 'the file',
    content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
  },
  default: { $ref: '#/components/responses/Problem' },
})
const segment = (name: string): Json => ({ name, in: 'path', required: true, schema: text })

/** The operations of a record's documents: the list of them, a preview, a copy, a copy again, many at once and their file. */
export function documentPaths(
  record: PlacedRecord,
  { path, operation, parameter, body, answers }: OperationTools,
): Json {
  if (!hasDocuments(record)) return {}
  const name = record.ref
  const id = parameter('id')
  return {
    [`${path}/{id}/documents`]: {
      get: operation('print', {
        operationId: `${name}.documents`,
        parameters: [id],
        responses: answers(200, documents),
      }),
    },
    ...Object.fromEntries(
      Object.keys(record.documents ?? {}).flatMap((document) => {
        const called = `${name}.document.${document}`
        return [
          [
            `${path}/{id}/documents/${document}`,
            {
              post: operation('print', {
                operationId: called,
                parameters: [id, parameter('IdempotencyKey')],
                responses: pdf(201),
              }),
            },
          ],
          [
            `${path}/{id}/documents/${document}/preview`,
            { get: operation('print', { operationId: `${called}.preview`, parameters: [id], responses: pdf(200) }) },
          ],
          [
            `${path}/{id}/documents/${document}/{copy}`,
            {
              get: operation('print', {
                operationId: `${called}.copy`,
                parameters: [id, segment('copy')],
                responses: pdf(200),
              }),
            },
          ],
          [
            `${path}/documents/${document}`,
            {
              post: operation('print', {
                operationId: `${called}.many`,
                ...body(batchRequest),
                responses: answers(202, fields({ job: text })),
              }),
            },
          ],
          [
            `${path}/documents/${document}/{job}`,
            {
              get: operation('print', {
                operationId: `${called}.file`,
                parameters: [segment('job')],
                responses: pdf(200),
              }),
            },
          ],
        ]
      }),
    ),
  }
}
