import type { FieldProblem } from '@opendpf/errors'
import type { Locale } from '@opendpf/messages'
import { describeIssue, interpolate } from '@opendpf/messages'
import type { $ZodIssue } from 'zod/v4/core'
import { safeParse } from 'zod/v4/core'
import type { FieldKind } from './field-meta.js'
import { metaOf } from './field-meta.js'
import type { RecordDef } from './record.js'
import { inputFields } from './record.js'

/** Finds the label of a field in the reader's language. */
export type LabelOf = (field: string) => string

export type Validation =
  | { readonly ok: true; readonly values: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

/**
 * Checks what somebody wants to store, field by field. The browser and the server call this same function, so that a form never
 * accepts what the server refuses. `create` wants every required field; `update` looks at the fields that are given.
 * Unknown and computed fields are problems, not ignored.
 */
export function validateInput(
  record: RecordDef,
  input: Readonly<Record<string, unknown>>,
  options: { readonly mode: 'create' | 'update'; readonly locale: Locale; readonly labelOf: LabelOf },
): Validation {
  const accepted = inputFields(record)
  const problems: FieldProblem[] = []
  const values: Record<string, unknown> = {}
  for (const field of Object.keys(input)) {
    if (accepted.includes(field)) continue
    problems.push({
      path: field,
      ...describeIssue(
        { code: 'unrecognized_keys', keys: [field], path: [], message: '', input },
        field,
        options.locale,
      ),
    })
  }
  for (const field of options.mode === 'create' ? accepted : accepted.filter((name) => name in input)) {
    const schema = record.fields[field]
    if (!schema) continue
    const result = safeParse(schema, emptyToNothing(input[field]), { reportInput: true })
    if (result.success) values[field] = result.data
    else
      for (const issue of result.error.issues)
        problems.push({
          path: [field, ...issue.path].join('.'),
          ...sayEmpty(sayIssue(issue, options.labelOf(field), options.locale), {
            kind: metaOf(schema).kind,
            label: options.labelOf(field),
            locale: options.locale,
          }),
        })
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, values }
}

interface Said {
  readonly code: string
  readonly message: string
}

const chosen: ReadonlySet<FieldKind> = new Set(['choice', 'codes', 'reference', 'division', 'flag', 'attachments'])

/** What is picked from a list is not filled in: 请选择, not 请填写. */
function sayEmpty(said: Said, { kind, label, locale }: { kind: FieldKind; label: string; locale: Locale }): Said {
  return said.code === 'required' && chosen.has(kind)
    ? describeIssue({ code: 'invalid_value', values: [], path: [], message: '', input: undefined }, label, locale)
    : said
}

/** A form sends '' for what nobody filled in, a sheet sends blanks: both mean "nothing". */
function emptyToNothing(value: unknown): unknown {
  return typeof value === 'string' && value.trim() === '' ? undefined : value
}

function sayIssue(issue: $ZodIssue, label: string, locale: Locale): Said {
  const custom =
    issue.code === 'custom'
      ? (issue.params as { reason?: string; texts?: Record<Locale, string>; key?: string } | undefined)
      : undefined
  if (custom?.texts) return { code: custom.reason ?? 'format', message: interpolate(custom.texts[locale], { label }) }
  if (custom?.key === 'date')
    return describeIssue({ code: 'invalid_format', format: 'date', path: [], message: '' }, label, locale)
  if (custom?.key === 'choose')
    return describeIssue(
      { code: 'invalid_value', values: [], path: [], message: '', input: issue.input },
      label,
      locale,
    )
  return describeIssue(issue, label, locale)
}
