import type { CodeList } from '@opendpf/standards'
// the augmentation below extends zod's own interface
import type {} from 'zod'
import type { $ZodType } from 'zod/v4/core'
import { globalRegistry } from 'zod/v4/core'
import type { AttachmentRules } from './attachments.js'
import type { Format } from './formats.js'

/**
 * How much harm a value does in the wrong hands. S1 counts and codes; S2 name, phone, address;
 * S3 ID and certificate number, bank account, location; S4 diagnosis, assessment, an informer's identity.
 * S3 and S4 are masked in every answer and revealed one record at a time, with a reason that is logged (PIPL Art. 28, 51).
 */
export type PrivacyClass = 'S1' | 'S2' | 'S3' | 'S4'

export type FieldKind =
  | 'text'
  | 'multiline'
  | 'name'
  | 'choice'
  | 'codes'
  | 'flag'
  | 'date'
  | 'instant'
  | 'whole'
  | 'money'
  | 'reference'
  | 'division'
  | 'number'
  | 'data'
  | 'attachments'

/**
 * A record type with periods, written `<module>.<record>`; a clock or step of the record type that the field `of` names; a value of the field
 * that the clock named by the field `clock` varies by; or what a module declares for the module `of`, written `<module>.<name>`.
 */
export type DeclaredName =
  | { readonly part: 'record' }
  | { readonly part: 'clock' | 'step'; readonly of: string }
  | { readonly part: 'variant'; readonly of: string; readonly clock: string }
  | { readonly part: 'declaration'; readonly of: string; readonly within?: string }

/** What the platform knows of a field beyond its type: it is all that lists, forms, masks, imports and columns are made from. */
export interface FieldMeta {
  readonly kind: FieldKind
  readonly privacy: PrivacyClass
  /** `sealed` is encrypted; `exact` is encrypted with a blind index, so that the whole value can be looked up. */
  readonly storage: 'plain' | 'sealed' | 'exact'
  /** An S3 value that readers of the record see unmasked because their work turns on it (category and grade). The access log has it. */
  readonly isOpen?: boolean
  /** No two records of the deployment may hold the same value. Only for `exact`. */
  readonly isUnique?: boolean
  /** An import recognises an existing row by it, though it is no sealed number: a code that is the same everywhere. Only for `plain`. */
  readonly isKey?: boolean
  /** The server computes it: never on a form, never accepted from outside. */
  readonly isDerived?: boolean
  /** The value moves without a new version (how far a job is): the audit proves nothing about it. */
  readonly isVolatile?: boolean
  /** The value is a copy of a field of the record that a reference of this one names; it follows its source by itself. */
  readonly copiedFrom?: { readonly reference: string; readonly field: string }
  /** A whole number that counts nothing: it names a calendar year. */
  readonly isYear?: boolean
  readonly format?: Format
  readonly codes?: CodeList
  /** Values of a `choice`; their labels are the module's messages. */
  readonly choices?: readonly string[]
  /** `<module>.<record>` for a reference. */
  readonly target?: string
  /** For a reference: what a merge of two targets does with this row. */
  readonly onMerge?: 'move' | 'keep-one'
  /** For a reference: whether this row holds its target back from being removed (default), or goes with it. */
  readonly onRemove?: 'refuse' | 'remove'
  /** For `attachments`: how many files of what kind and size. */
  readonly attachments?: AttachmentRules
  /** The value is the name of something that contracts declare; people read its label. */
  readonly names?: DeclaredName
  /** Of a structure: the field whose value says what it may hold. Its widget is told. */
  readonly dependsOn?: string
  /** Headings under which other people's sheets carry this field. */
  readonly headings?: readonly string[]
}

declare module 'zod' {
  interface GlobalMeta {
    readonly opendpf?: FieldMeta
  }
}

interface Wrapper {
  readonly _zod: { readonly def: { readonly innerType?: $ZodType; readonly type: string } }
}

const wrappers = new Set(['nullable', 'optional', 'default', 'readonly'])

/** The field's facts, seen through `optional(…)`. A schema that was not made by a field builder has none and throws. */
export function metaOf(schema: $ZodType): FieldMeta {
  const known = metas.get(schema) ?? findMeta(schema)
  metas.set(schema, known)
  return known
}

// an import asks for every field of every row, and the registry merges objects each time
const metas = new WeakMap<$ZodType, FieldMeta>()

function findMeta(schema: $ZodType): FieldMeta {
  let inner: $ZodType | undefined = schema
  while (inner) {
    const meta: FieldMeta | undefined = (globalRegistry.get(inner) as { opendpf?: FieldMeta } | undefined)?.opendpf
    if (meta) return meta
    const { def }: Wrapper['_zod'] = (inner as unknown as Wrapper)._zod
    inner = wrappers.has(def.type) ? def.innerType : undefined
  }
  throw new Error('a field of a record must be made with a field builder of @opendpf/kit')
}

/** Whether the field may be left empty. */
export function isOptional(schema: $ZodType): boolean {
  return wrappers.has((schema as unknown as Wrapper)._zod.def.type)
}
