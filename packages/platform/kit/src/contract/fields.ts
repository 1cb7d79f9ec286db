import type { CodeList } from '@opendpf/standards'
import { isIsoDate } from '@opendpf/standards'
import * as z from 'zod'
import type { AttachmentType } from './attachments.js'
import { attachmentSchema, largestAttachment, usualAttachmentTypes } from './attachments.js'
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
  /** See {@link FieldMeta.isKey}. */
  readonly isKey?: boolean
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
  if (meta.isKey && meta.storage !== 'plain') throw new Error('a field that is sealed is recognised by being unique')
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

/** A calendar year (default 1900 to 2200): written without separators of thousands. */
export function year(options: FieldOptions & { readonly min?: number; readonly max?: number } = {}) {
  const { min = 1900, max = 2200, ...rest } = options
  return describe(z.number().int().min(min).max(max), 'whole', rest, { isYear: true })
}

/** An amount in fen, an integer; shown in yuan. */
export function money(options: FieldOptions & { readonly min?: number; readonly max?: number } = {}) {
  const { min = 0, max = 1_000_000_000_00, ...rest } = options
  return describe(z.number().int().min(min).max(max), 'money', rest)
}

/**
 * The id of a record of another type, written `<module>.<record>`. A merge of two targets moves such rows by itself. A target cannot be
 * removed while rows refer to it, unless they say nothing without it and go along (`onRemove: 'remove'`).
 */
export function reference(
  target: `${string}.${string}`,
  options: FieldOptions & { readonly onMerge?: 'move' | 'keep-one'; readonly onRemove?: 'refuse' | 'remove' } = {},
) {
  const { onMerge = 'move', onRemove = 'refuse', ...rest } = options
  return describe(z.string().min(1).max(36), 'reference', rest, { target, onMerge, onRemove })
}

/** A 12-digit division code. */
export function division(options: FieldOptions = {}) {
  return describe(checked('division-code'), 'division', options, { format: 'division-code' })
}

/** A number with a national rule: sealed with a blind index unless told otherwise. */
export function number(format: Exclude<Format, 'division-code'>, options: SealedOptions = {}) {
  return describe(checked(format), 'number', { privacy: 'S3', storage: 'exact', ...options }, { format })
}

/**
 * A small structure of its own (components of a disability), kept as JSON and drawn by the module's own widget. `dependsOn` is a field whose
 * value says what the structure may hold; the widget is told it.
 */
export function data<Schema extends z.ZodType>(
  schema: Schema,
  options: FieldOptions & { readonly dependsOn?: string } = {},
) {
  return describe(schema, 'data', options)
}

/** What the builders of fields with files take; their privacy is S2 unless told otherwise. */
export interface AttachmentOptions extends FieldOptions {
  /** Default: pictures as cameras and scanners make them, and PDF. */
  readonly types?: readonly AttachmentType[]
  /** Of one file; default 10, at most 50. */
  readonly maxMegabytes?: number
}

/**
 * Scans, photos and other files, at most `max` (default 10). They are uploaded one by one, kept outside the database and reached through
 * the row alone. Of S3 and S4 each file is opened with a reason that is logged, and what it is called is sealed.
 */
export function attachments(options: AttachmentOptions & { readonly max?: number } = {}) {
  const { max = 10, types = usualAttachmentTypes, maxMegabytes = 10, privacy = 'S2', ...rest } = options
  if (maxMegabytes <= 0 || maxMegabytes > largestAttachment)
    throw new Error(`a file has up to ${largestAttachment} MB, not ${maxMegabytes}`)
  const isHidden = (privacy === 'S3' || privacy === 'S4') && rest.isOpen !== true
  return describe(
    z.array(attachmentSchema).min(1).max(max),
    'attachments',
    { privacy, ...rest },
    { storage: isHidden ? 'sealed' : 'plain', attachments: { max, types, maxBytes: maxMegabytes * 1024 * 1024 } },
  )
}

/** One file: a portrait, a signed form. */
export function attachment(options: AttachmentOptions = {}) {
  return attachments({ ...options, max: 1 })
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
