import type { CodeList } from '@opendpf/standards'
import { isIsoDate } from '@opendpf/standards'
import * as z from 'zod'
import type { FieldKind, FieldMeta, PrivacyClass } from './field-meta.js'
import { metaOf } from './field-meta.js'
import type { Format } from './formats.js'
import { readFormat } from './formats.js'

/** What every field builder takes. The label is not among them: it is the message `<record>.<field>` of the module. */
export interface FieldOptions {
  /** Default S1. */
  readonly privacy?: PrivacyClass
  /** Headings under which other people's sheets carry this field, beside its label. */
  readonly headings?: readonly string[]
  /** See {@link FieldMeta.isDerived}. */
  readonly isDerived?: boolean
  /** See {@link FieldMeta.isOpen}. */
  readonly isOpen?: boolean
  /** See {@link FieldMeta.isVolatile}. */
  readonly isVolatile?: boolean
}

/** How a sealed value is kept: `sealed` (never searched) or `exact` (found by its whole value). */
export interface SealedOptions extends FieldOptions {
  readonly storage?: 'sealed' | 'exact'
  readonly isUnique?: boolean
}

function describe<Schema extends z.ZodType>(
  schema: Schema,
  kind: FieldKind,
  options: SealedOptions,
  more: Partial<FieldMeta> = {},
): Schema {
  const meta: FieldMeta = { kind, privacy: 'S1', storage: 'plain', ...options, ...more }
  if (meta.isUnique && meta.storage !== 'exact') throw new Error('only a field stored `exact` can be unique')
  return schema.meta({ opendpf: meta })
}

const line = (max: number) => z.string().trim().min(1).max(max)

/** One line of text, at most `max` characters (default 100). */
export function text(options: SealedOptions & { readonly max?: number } = {}) {
  const { max = 100, ...rest } = options
  return describe(line(max), 'text', rest)
}

/** Several lines of text, at most `max` characters (default 2,000). */
export function multiline(options: SealedOptions & { readonly max?: number } = {}) {
  const { max = 2000, ...rest } = options
  return describe(line(max), 'multiline', rest)
}

/** The name of a person or an organisation: found by its characters, its pinyin and its initials. */
export function name(options: FieldOptions & { readonly max?: number } = {}) {
  const { max = 50, ...rest } = options
  return describe(line(max), 'name', { privacy: 'S2', ...rest })
}

/** One of a few values of the module's own; their labels are the messages `<record>.<field>.<value>`. */
export function choice<const Value extends string>(choices: readonly [Value, ...Value[]], options: FieldOptions = {}) {
  return describe(z.enum(choices), 'choice', options, { choices })
}

/** One code of a national list; the list brings its own labels. */
export function code(codes: CodeList, options: FieldOptions = {}) {
  const values = codes.entries.map((entry) => entry.code) as [string, ...string[]]
  return describe(
    z.string().refine((value) => values.includes(value), { params: { key: 'choose' } }),
    'codes',
    options,
    { codes },
  )
}

/** Yes or no. */
export function flag(options: FieldOptions = {}) {
  return describe(z.boolean(), 'flag', options)
}

/** A business date, `YYYY-MM-DD` in Asia/Shanghai. */
export function date(options: FieldOptions = {}) {
  return describe(
    z.string().refine((value) => isIsoDate(value), { params: { key: 'date' } }),
    'date',
    options,
  )
}

/** A moment, as a UTC ISO string. Only the server sets one. */
export function instant(options: FieldOptions = {}) {
  return describe(z.iso.datetime(), 'instant', { isDerived: true, ...options })
}

/** A whole number within bounds (default 0 to 1,000,000). */
export function whole(options: FieldOptions & { readonly min?: number; readonly max?: number } = {}) {
  const { min = 0, max = 1_000_000, ...rest } = options
  return describe(z.number().int().min(min).max(max), 'whole', rest)
}

/** An amount in fen, an integer; shown in yuan. */
export function money(options: FieldOptions & { readonly min?: number; readonly max?: number } = {}) {
  const { min = 0, max = 1_000_000_000_00, ...rest } = options
  return describe(z.number().int().min(min).max(max), 'money', rest)
}

/** The id of a record of another type, written `<module>.<record>`. A merge of two targets moves such rows by itself. */
export function reference(
  target: `${string}.${string}`,
  options: FieldOptions & { readonly onMerge?: 'move' | 'keep-one' } = {},
) {
  const { onMerge = 'move', ...rest } = options
  return describe(z.string().min(1).max(36), 'reference', rest, { target, onMerge })
}

/** A 12-digit division code. */
export function division(options: FieldOptions = {}) {
  return describe(checked('division-code'), 'division', options, { format: 'division-code' })
}

/** A number with a national rule: sealed with a blind index unless told otherwise. */
export function number(format: Exclude<Format, 'division-code'>, options: SealedOptions = {}) {
  return describe(checked(format), 'number', { privacy: 'S3', storage: 'exact', ...options }, { format })
}

/** A small structure of its own (components of a disability), kept as JSON and drawn by the module's own widget. */
export function data<Schema extends z.ZodType>(schema: Schema, options: FieldOptions = {}) {
  return describe(schema, 'data', options)
}

/**
 * A copy of a plain field of a referenced record, kept by the write path: lists can show, search and order by it without a join.
 * `reference` is the field of this record that names the source.
 */
export function copied<Schema extends z.ZodType>(
  schema: Schema,
  from: { readonly reference: string; readonly field: string },
): Schema {
  return schema.meta({ opendpf: { ...metaOf(schema), isDerived: true, copiedFrom: from } }) as Schema
}

/** Lets a field be left empty; empty is `null` everywhere, never an empty text or 0. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return z.nullable(schema).default(null as never)
}

/** Stores the normal form; the reason of a refusal travels with its sentence in both languages. */
function checked(format: Format) {
  return z
    .string()
    .max(64)
    .transform((value, context) => {
      const result = readFormat(format, value)
      if (result.ok) return result.value
      context.issues.push({ code: 'custom', input: value, params: { reason: result.reason, texts: result.texts } })
      return z.NEVER
    })
}
