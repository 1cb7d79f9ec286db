import type { PlacedRecord, Registry } from '@opendpf/kit'
import {
  allows,
  fieldMeta,
  filterKind,
  parentField,
  pathOf,
  permissionFor,
  personSteps,
  verbMessages,
} from '@opendpf/kit'
import type { Locale } from '@opendpf/messages'
import { attachmentPaths } from './attachment-paths.js'
import { documentPaths } from './document-paths.js'
import { workflowPaths } from './workflow-paths.js'

type Json = Readonly<Record<string, unknown>>

const problems = { default: { $ref: '#/components/responses/Problem' } }
const parameter = (name: string) => ({ $ref: `#/components/parameters/${name}` })
const json = (schema: unknown): Json => ({ content: { 'application/json': { schema } } })
const answers = (status: number, schema?: unknown): Json => ({
  [status]: { description: status === 204 ? 'done' : 'ok', ...(schema === undefined ? {} : json(schema)) },
  ...problems,
})
const body = (schema: unknown): Json => ({ requestBody: { required: true, ...json(schema) } })

/** The operations of one record, as the composition serves them: one that the record does not offer is not in the document. */
export function recordPaths(record: PlacedRecord, registry: Registry, locale: Locale): Json {
  const path = `/api/v1${pathOf(record)}`
  const name = `${record.module}.${record.name}`
  const label = registry.text(record.module, locale, record.name)
  const ref = (kind: string) => ({ $ref: `#/components/schemas/${name}.${kind}` })
  const list = {
    type: 'object',
    required: ['rows', 'total'],
    properties: {
      rows: { type: 'array', items: ref('answer') },
      total: { $ref: '#/components/schemas/Total' },
      next: { type: 'string' },
    },
  }
  const operation = (verb: string, more: Json): Json => ({
    tags: [record.module],
    summary: `${verb in verbMessages[locale] ? verbMessages[locale][verb as 'read'] : registry.text(record.module, locale, `${record.name}.do.${verb}`)}${locale === 'en' ? ' ' : ''}${label}`,
    'x-permission': permissionFor(record, verb),
    ...more,
  })
  const id = [parameter('id')]
  const change = [parameter('id'), parameter('IfMatch'), parameter('IdempotencyKey')]
  return {
    [path]: {
      get: operation('read', {
        operationId: `${name}.list`,
        parameters: [...filterParameters(record), ...['within', 'order', 'limit', 'cursor', 'asOf'].map(parameter)],
        responses: answers(200, list),
      }),
      ...(allows(record, 'create')
        ? {
            post: operation('create', {
              operationId: `${name}.create`,
              parameters: [parameter('IdempotencyKey')],
              ...body(ref('input')),
              responses: answers(201, ref('answer')),
            }),
          }
        : {}),
    },
    [`${path}/query`]: {
      post: operation('read', {
        operationId: `${name}.query`,
        ...body({ $ref: '#/components/schemas/ListQuery' }),
        responses: answers(200, list),
      }),
    },
    [`${path}/{id}`]: {
      get: operation('read', {
        operationId: `${name}.get`,
        parameters: [...id, parameter('asOf')],
        responses: answers(200, ref('answer')),
      }),
      ...(allows(record, 'update')
        ? {
            patch: operation('update', {
              operationId: `${name}.update`,
              parameters: change,
              ...body(ref('input')),
              responses: answers(200, ref('answer')),
            }),
          }
        : {}),
    },
    [`${path}/{id}/history`]: {
      get: operation('history', {
        operationId: `${name}.history`,
        parameters: id,
        responses: answers(200, { type: 'object' }),
      }),
    },
    [`${path}/{id}/access`]: {
      get: operation('history', {
        operationId: `${name}.accesses`,
        parameters: id,
        responses: answers(200, { type: 'object' }),
      }),
    },
    [`${path}/{id}/reveal`]: {
      post: operation('reveal', {
        operationId: `${name}.reveal`,
        parameters: id,
        ...body({ $ref: '#/components/schemas/RevealRequest' }),
        responses: answers(200, { type: 'object' }),
      }),
    },
    ...(allows(record, 'create') || allows(record, 'update')
      ? {
          [`${path}/check`]: {
            post: operation(allows(record, 'create') ? 'create' : 'update', {
              operationId: `${name}.check`,
              parameters: [
                ...(allows(record, 'update')
                  ? [{ name: 'id', in: 'query', required: !allows(record, 'create'), schema: { type: 'string' } }]
                  : []),
              ],
              ...body(ref('input')),
              responses: answers(200, { type: 'object' }),
            }),
          },
        }
      : {}),
    ...(allows(record, 'remove')
      ? {
          [`${path}/{id}/remove`]: {
            post: operation('remove', {
              operationId: `${name}.remove`,
              parameters: [parameter('id'), parameter('IfMatch')],
              ...body({ type: 'object', properties: { reason: { type: 'string' } } }),
              responses: answers(204),
            }),
          },
          [`${path}/{id}/restore`]: {
            post: operation('remove', {
              operationId: `${name}.restore`,
              parameters: id,
              responses: answers(200, ref('answer')),
            }),
          },
        }
      : {}),
    ...Object.fromEntries(
      personSteps(record).map(([verb]) => [
        `${path}/{id}/do/${verb}`,
        {
          post: operation(verb, {
            operationId: `${name}.do.${verb}`,
            parameters: change,
            ...body({ type: 'object' }),
            responses: answers(200, ref('answer')),
          }),
        },
      ]),
    ),
    ...attachmentPaths(record, { path, operation, parameter, body, answers }),
    ...documentPaths(record, { path, operation, parameter, body, answers }),
    ...workflowPaths(record, { path, operation, parameter, body, answers }),
  }
}

function filterParameters(record: PlacedRecord): readonly Json[] {
  const parent = parentField(record)
  const fields = [...(record.list.filters ?? []), ...(parent && !record.list.filters?.includes(parent) ? [parent] : [])]
  return fields.flatMap((field) => {
    const names = filterKind(fieldMeta(record, field)) === 'range' ? [`${field}.from`, `${field}.to`] : [field]
    return names.map((name) => ({ name, in: 'query', schema: { type: 'string' } }))
  })
}
