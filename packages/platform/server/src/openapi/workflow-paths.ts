import type { PlacedRecord } from '@opendpf/kit'
import { personSteps } from '@opendpf/kit'

type Json = Readonly<Record<string, unknown>>

const list = (items: Json): Json => ({ type: 'array', items })
const fields = (properties: Readonly<Record<string, Json>>, optional: readonly string[] = []): Json => ({
  type: 'object',
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
})
const text: Json = { type: 'string' }
const whole: Json = { type: 'integer' }
const problems = list(fields({ path: text, code: text, message: text }))
const seen = fields({ id: text, version: whole })

/** What the routes of a workflow take and answer, beside its single steps. */
const timeline = fields({
  state: text,
  entries: list(
    fields(
      {
        version: whole,
        at: { type: 'string', format: 'date-time' },
        by: text,
        byName: text,
        action: text,
        to: text,
        reason: { type: ['string', 'null'] },
      },
      ['to'],
    ),
  ),
  deadlines: list({ type: 'object' }),
})
const steps = fields({ steps: list(fields({ verb: text, to: text, isAllowed: { type: 'boolean' }, problems })) })
const bulkRequest = fields(
  {
    rows: { ...list(seen), minItems: 1, maxItems: 1000 },
    query: { $ref: '#/components/schemas/ListQuery' },
    values: { type: 'object' },
    reason: text,
    dryRun: { type: 'boolean' },
  },
  ['rows', 'query', 'values', 'reason', 'dryRun'],
)
const bulkAnswer = fields({
  isDryRun: { type: 'boolean' },
  included: list(fields({ id: text, title: text })),
  refused: list(fields({ id: text, title: text, problems })),
})

/** How an operation is written down; the composition of the record's other operations gives it. */
export interface OperationTools {
  readonly path: string
  operation(verb: string, more: Json): Json
  parameter(name: string): Json
  body(schema: unknown): Json
  answers(status: number, schema?: unknown): Json
}

/** The operations of a record's workflow beside its single steps: the timeline, the open steps, and each step for many rows. */
export function workflowPaths(
  record: PlacedRecord,
  { path, operation, parameter, body, answers }: OperationTools,
): Json {
  if (!record.workflow) return {}
  const name = record.ref
  const read = (what: string, schema: Json): Json => ({
    get: operation('read', {
      operationId: `${name}.${what}`,
      parameters: [parameter('id')],
      responses: answers(200, schema),
    }),
  })
  return {
    [`${path}/{id}/timeline`]: read('timeline', timeline),
    [`${path}/{id}/steps`]: read('steps', steps),
    ...Object.fromEntries(
      personSteps(record).map(([verb]) => [
        `${path}/do/${verb}/bulk`,
        {
          post: operation(verb, {
            operationId: `${name}.do.${verb}.bulk`,
            parameters: [parameter('IdempotencyKey')],
            ...body(bulkRequest),
            responses: answers(200, bulkAnswer),
          }),
        },
      ]),
    ),
  }
}
