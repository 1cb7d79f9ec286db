import type { PlacedRecord, Registry } from '@opendpf/kit'
import { fieldsOf, inputFields, isMasked, isOptional } from '@opendpf/kit'
import type { Locale } from '@opendpf/messages'
import * as z from 'zod'

export type JsonSchema = Readonly<Record<string, unknown>>

/** The schema of one field as JSON Schema, with its label, its privacy class and the codes of a national list. */
function fieldSchema(
  record: PlacedRecord,
  field: ReturnType<typeof fieldsOf>[number],
  registry: Registry,
  locale: Locale,
): JsonSchema {
  const {
    $schema: _,
    opendpf: __,
    ...schema
  } = z.toJSONSchema(field.schema as z.ZodType, {
    io: 'input',
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as Record<string, unknown>
  const { meta, name } = field
  return {
    ...schema,
    title: registry.text(record.module, locale, `${record.name}.${name}`),
    ...(meta.codes
      ? {
          enum: isOptional(field.schema) ? [...meta.codes.codes, null] : meta.codes.codes,
          description: meta.codes.entries
            .map((entry) => `${entry.code} ${locale === 'en' ? entry.en : entry.zh}`)
            .join('; '),
        }
      : {}),
    ...(meta.kind === 'reference' ? { description: `id of ${meta.target}` } : {}),
    ...(meta.kind === 'money' ? { description: 'fen' } : {}),
    ...(meta.attachments
      ? { description: `files, each uploaded first, up to ${meta.attachments.maxBytes} bytes` }
      : {}),
    'x-privacy': meta.privacy,
    ...(isMasked(meta) ? { 'x-masked': true } : {}),
    ...(meta.isDerived ? { readOnly: true } : {}),
  }
}

/** The two shapes of a record: what one sends, and what one gets. */
export function recordSchemas(
  record: PlacedRecord,
  registry: Registry,
  locale: Locale,
): { readonly input: JsonSchema; readonly answer: JsonSchema } {
  const fields = fieldsOf(record)
  const accepted = new Set(inputFields(record))
  const properties = (wanted: typeof fields): JsonSchema =>
    Object.fromEntries(wanted.map((field) => [field.name, fieldSchema(record, field, registry, locale)]))
  const entered = fields.filter(({ name }) => accepted.has(name))
  return {
    input: {
      type: 'object',
      additionalProperties: false,
      properties: properties(entered),
      required: entered.filter(({ schema }) => !isOptional(schema)).map(({ name }) => name),
    },
    answer: {
      type: 'object',
      required: ['id', 'version', 'recordedAt', 'recordedBy', 'division', 'title', 'fields', 'masked', 'labels'],
      properties: {
        id: { type: 'string' },
        version: { type: 'integer' },
        recordedAt: { type: 'string', format: 'date-time' },
        recordedBy: { type: 'string' },
        division: { type: ['string', 'null'], description: '12-digit division code' },
        title: { type: 'string' },
        fields: { type: 'object', properties: properties(fields) },
        masked: { type: 'array', items: { type: 'string' } },
        labels: { type: 'object', additionalProperties: { type: 'string' } },
      },
    },
  }
}
