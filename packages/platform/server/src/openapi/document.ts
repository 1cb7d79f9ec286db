import type { Registry } from '@opendpf/kit'
import type { PublicOperation } from '@opendpf/kit/server'
import type { Locale } from '@opendpf/messages'
import { attachmentJson } from './attachment-paths.js'
import { publicPaths, publicTag } from './public-paths.js'
import { recordPaths } from './record-paths.js'
import { recordSchemas } from './record-schemas.js'

const query = (name: string, description: string) => ({ name, in: 'query', description, schema: { type: 'string' } })

const parameters = {
  id: { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The version that was seen, e.g. "3"',
    schema: { type: 'string' },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'A repeated key returns the first answer',
    schema: { type: 'string', minLength: 8, maxLength: 128 },
  },
  within: query('within', 'A 12-digit division code: only what lies in it'),
  order: query('order', 'A field the list can be ordered by; a leading minus turns it round'),
  limit: { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 200 } },
  cursor: query('cursor', 'Where the page before ended'),
  asOf: {
    name: 'asOf',
    in: 'query',
    description: 'As it was known at this instant',
    schema: { type: 'string', format: 'date-time' },
  },
}

const schemas = {
  Total: {
    type: 'object',
    required: ['value', 'isExact'],
    properties: {
      value: { type: 'integer' },
      isExact: { type: 'boolean', description: 'false: there are more than value, or were up to ten seconds ago' },
    },
  },
  ListQuery: {
    type: 'object',
    additionalProperties: false,
    properties: {
      filters: { type: 'object' },
      within: { type: 'string' },
      search: { type: 'string' },
      limit: { type: 'integer' },
      cursor: { type: 'string' },
      lookup: {
        type: 'object',
        required: ['field', 'value'],
        properties: { field: { type: 'string' }, value: { type: 'string' } },
      },
      order: {
        type: 'object',
        required: ['by', 'direction'],
        properties: { by: { type: 'string' }, direction: { enum: ['ascending', 'descending'] } },
      },
    },
  },
  Attachment: attachmentJson,
  RevealRequest: {
    type: 'object',
    required: ['fields', 'reason'],
    properties: { fields: { type: 'array', items: { type: 'string' } }, reason: { type: 'string', minLength: 2 } },
  },
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'detail', 'code'],
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
      code: { type: 'string' },
      errors: {
        type: 'array',
        items: {
          type: 'object',
          required: ['path', 'code', 'message'],
          properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
        },
      },
    },
  },
}

/** The OpenAPI 3.1 document of a deployment: every record of every module, from the same declarations that serve it. */
export function openApiDocument(
  registry: Registry,
  {
    version,
    locale,
    publicOperations,
  }: {
    readonly version: string
    readonly locale: Locale
    /** What needs no sign-in, by module. */
    readonly publicOperations: ReadonlyMap<string, readonly PublicOperation[]>
  },
) {
  const records = [...registry.records.values()]
  return {
    openapi: '3.1.0',
    info: { title: 'OpenDPF', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    tags: [
      ...registry.modules.map(({ id }) => ({ name: id, description: registry.text(id, locale, 'title') })),
      { name: publicTag, description: locale === 'zh-CN' ? '公开，无需登录' : 'Public, without signing in' },
    ],
    security: [{ apiKey: [] }, { session: [] }],
    paths: Object.assign(
      {},
      ...records.map((record) => recordPaths(record, registry, locale)),
      ...[...publicOperations].map(([module, operations]) => publicPaths(module, operations, locale)),
    ) as Readonly<Record<string, unknown>>,
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'opendpf.session_token' },
      },
      parameters,
      responses: {
        Problem: {
          description: 'RFC 9457',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      schemas: {
        ...schemas,
        ...Object.fromEntries(
          records.flatMap((record) =>
            Object.entries(recordSchemas(record, registry, locale)).map(([kind, schema]) => [
              `${record.ref}.${kind}`,
              schema,
            ]),
          ),
        ),
      },
    },
  }
}
