import type { FieldProblem } from '@opendpf/errors'
import type { Locale } from '@opendpf/messages'
import { describeIssue, messageOf } from '@opendpf/messages'
import type { $ZodIssue } from 'zod/v4/core'
import { type PlanFile, planFileSchema, planning } from '../../contract/index.js'

/** Where a path of the file stands, in words for whoever wrote it: a line of a text, a cell of a sheet. */
export interface PlaceWords {
  readonly where: string
  /** What the field is called there. */
  readonly label: string
}

/** What is wrong with a file, each problem with its place and what to do. */
export type FileReading =
  | { readonly ok: true; readonly file: PlanFile }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

/** Checks what was read against the form of a plan. */
export function checkFile(
  value: unknown,
  { locale, placeOf }: { readonly locale: Locale; readonly placeOf: (path: readonly PropertyKey[]) => PlaceWords },
): FileReading {
  const result = planFileSchema.safeParse(value, { reportInput: true })
  if (result.success) return { ok: true, file: result.data }
  return {
    ok: false,
    problems: result.error.issues.map((issue) => {
      const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
      const { where, label } = placeOf(path)
      const { code, message } = sentence(issue, label, locale)
      return { path: path.join('.'), code, message: where === '' ? message : placed(locale, { where, message }) }
    }),
  }
}

/** One problem of a file as a whole or of a place in it. */
export function fileProblem(
  code: string,
  {
    locale,
    path,
    where,
    ...params
  }: Readonly<Record<string, string | number>> & {
    readonly locale: Locale
    readonly path: string
    readonly where: string
  },
): FieldProblem {
  const message = messageOf(planning.messages, locale, code, params)
  return { path, code, message: where === '' ? message : placed(locale, { where, message }) }
}

function placed(locale: Locale, { where, message }: { readonly where: string; readonly message: string }): string {
  return `${where}${locale === 'zh-CN' ? '：' : ': '}${message}`
}

function sentence(
  issue: $ZodIssue,
  label: string,
  locale: Locale,
): { readonly code: string; readonly message: string } {
  const problem = issue.code === 'custom' ? (issue.params?.problem as string | undefined) : undefined
  if (problem !== undefined) return { code: problem, message: messageOf(planning.messages, locale, problem, { label }) }
  return describeIssue(issue, label, locale)
}
