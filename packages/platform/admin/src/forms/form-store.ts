import type { FieldProblem } from '@opendpf/errors'
import type { FieldKind, PlacedRecord } from '@opendpf/kit'
import { fieldMeta, inputFields, validateInput } from '@opendpf/kit'
import type { Locale } from '@opendpf/messages'
import { hasUploads } from '../attachments/uploading.js'
import type { RawValue, RawValues } from './raw-values.js'
import { changedFields, inputOf } from './raw-values.js'

/** What one control shows. */
export interface FieldState {
  readonly value: RawValue
  readonly error: string | undefined
  readonly warning: string | undefined
}

/** Words for the checks, in the present language. */
export interface FormWords {
  readonly locale: Locale
  readonly labelOf: (field: string) => string
  /** Said of an amount that is none. */
  readonly moneyFormat: (label: string) => string
  /** Said of a file that is on its way while the form is to be sent. */
  readonly uploading: (label: string) => string
  /** Said of an empty field that is chosen, not typed. */
  readonly choose: (label: string) => string
}

/** The values and errors of one form. Controls listen to their own field only, so that typing in one redraws one. */
export interface FormStore {
  readonly record: PlacedRecord
  field(name: string): FieldState
  values(): RawValues
  subscribe(listener: () => void): () => void
  /** A typed value. An error may only go away here: a new one would be read out at the first letter. */
  set(name: string, value: RawValue): void
  /** The person left the field: what is filled in wrongly is said now. */
  leave(name: string): void
  /** Checks the fields that will be sent; false when something is wrong, with the errors shown. */
  check(fields: readonly string[], mode: 'create' | 'update'): boolean
  /** Shows what the server found. Problems of no field of this form are returned. */
  refuse(problems: readonly FieldProblem[]): readonly FieldProblem[]
  warn(warnings: readonly FieldProblem[]): readonly FieldProblem[]
  /** What will be sent. */
  input(fields: readonly string[]): Readonly<Record<string, unknown>>
  changed(): readonly string[]
  /** The form as it now is counts as untouched. */
  settle(values?: RawValues): void
  /** Fields with errors in the order of the form. */
  errors(): readonly { readonly field: string; readonly message: string }[]
}

const chosen = new Set<FieldKind>(['choice', 'codes', 'flag', 'division', 'reference', 'attachments'])

/** Makes the store of a form. */
export function createFormStore(record: PlacedRecord, initial: RawValues, words: () => FormWords): FormStore {
  let start = initial
  const states = new Map<string, FieldState>(
    inputFields(record).map((name) => [name, { value: initial[name], error: undefined, warning: undefined }]),
  )
  const listeners = new Set<() => void>()
  const nothing: FieldState = { value: '', error: undefined, warning: undefined }
  const state = (name: string): FieldState => states.get(name) ?? nothing
  const put = (name: string, part: Partial<FieldState>) => states.set(name, { ...state(name), ...part })
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const values = (): RawValues => Object.fromEntries([...states].map(([name, { value }]) => [name, value]))
  const input = (fields: readonly string[]) =>
    Object.fromEntries(fields.map((name) => [name, inputOf(fieldMeta(record, name), state(name).value)]))
  const problemsOf = (fields: readonly string[], mode: 'create' | 'update'): readonly FieldProblem[] => {
    const { locale, labelOf, moneyFormat, choose, uploading } = words()
    const onTheWay = fields.filter((name) => hasUploads(state(name).value))
    const settled = Object.entries(input(fields)).filter(([name]) => !onTheWay.includes(name))
    const result = validateInput(record, Object.fromEntries(settled), { mode, locale, labelOf })
    const waiting = onTheWay.map((path) => ({ path, code: 'uploading', message: uploading(labelOf(path)) }))
    if (result.ok) return waiting
    const problems = result.problems.filter(({ path }) => !onTheWay.includes(rootOf(path)))
    const said = problems.map((problem) => {
      const { kind } = fieldMeta(record, rootOf(problem.path))
      const label = labelOf(rootOf(problem.path))
      if (problem.code === 'number' && kind === 'money') return { ...problem, message: moneyFormat(label) }
      return problem.code === 'required' && chosen.has(kind) ? { ...problem, message: choose(label) } : problem
    })
    return [...said, ...waiting]
  }
  const errorOf = (name: string): string | undefined =>
    problemsOf([name], 'update').find((problem) => rootOf(problem.path) === name)?.message
  const assign = (problems: readonly FieldProblem[], part: 'error' | 'warning'): readonly FieldProblem[] => {
    const strange: FieldProblem[] = []
    const said = new Set<string>()
    for (const problem of problems) {
      const name = rootOf(problem.path)
      if (!states.has(name)) strange.push(problem)
      else if (!said.has(name)) put(name, { [part]: problem.message })
      said.add(name)
    }
    tell()
    return strange
  }
  const clear = (part: 'error' | 'warning') => {
    for (const name of states.keys()) put(name, { [part]: undefined })
  }
  return {
    record,
    field: state,
    values,
    input,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set: (name, value) => {
      const { error } = state(name)
      put(name, { value, warning: undefined })
      if (error !== undefined && errorOf(name) === undefined) put(name, { error: undefined })
      tell()
    },
    leave: (name) => {
      const isTouched = JSON.stringify(state(name).value ?? '') !== JSON.stringify(start[name] ?? '')
      if (!isTouched) return
      put(name, { error: errorOf(name) })
      tell()
    },
    check: (fields, mode) => {
      clear('error')
      const problems = problemsOf(fields, mode)
      assign(problems, 'error')
      return problems.length === 0
    },
    refuse: (problems) => {
      clear('error')
      return assign(problems, 'error')
    },
    warn: (warnings) => {
      clear('warning')
      return assign(warnings, 'warning')
    },
    changed: () => changedFields(record, start, values()),
    settle: (next) => {
      if (next) for (const name of states.keys()) put(name, { value: next[name], error: undefined, warning: undefined })
      start = next ?? values()
      tell()
    },
    errors: () => [...states].flatMap(([field, { error }]) => (error === undefined ? [] : [{ field, message: error }])),
  }
}

/** The field that a dotted path begins with. */
export function rootOf(path: string): string {
  return path.split('.')[0] ?? path
}
