import type { FieldProblem } from '@opendpf/errors'
import type { RecordAnswer } from '@opendpf/kit'
import { pathOf } from '@opendpf/kit'
import { useRef, useState } from 'react'
import { hasCode, RequestFailure } from '../api/index.js'
import { useAdmin } from '../app/admin-context.js'
import type { FormStore } from './form-store.js'
import { rootOf } from './form-store.js'

/** A problem or a warning in the summary; one without a field concerns the whole form. */
export interface FormRemark {
  readonly field?: string
  readonly message: string
}

/** Where saving a form stands. */
export interface Submission {
  readonly problems: readonly FormRemark[]
  readonly warnings: readonly FormRemark[]
  readonly failure: unknown
  readonly isBusy: boolean
  readonly submit: () => void
}

interface Options {
  readonly store: FormStore
  /** The row that is changed; none for a new one. */
  readonly row?: { readonly id: string; readonly version: number } | undefined
  /** Fields to send. */
  readonly fields: () => readonly string[]
  readonly onSaved: (saved: RecordAnswer) => void | Promise<void>
  readonly onUnchanged: () => void
  readonly onConflict: () => void
}

/**
 * Saves a form: checks it here, asks the server what it would say (warnings such as a likely duplicate are shown once before
 * anything is written), then writes it under one key, so that a second click or a lost answer cannot save it twice.
 */
export function useSubmission(options: Options): Submission {
  const { store, row, fields, onSaved, onUnchanged, onConflict } = options
  const { api } = useAdmin()
  const [state, setState] = useState<Omit<Submission, 'submit'>>({
    problems: [],
    warnings: [],
    failure: undefined,
    isBusy: false,
  })
  const attempt = useRef({ content: '', key: '' })
  const heeded = useRef('')
  const path = pathOf(store.record)
  const mode = row ? 'update' : 'create'
  const settle = (part: Partial<Omit<Submission, 'submit'>>) =>
    setState({ problems: [], warnings: [], failure: undefined, isBusy: false, ...part })
  const refuse = (problems: readonly FieldProblem[]) => {
    const strange = store.refuse(problems)
    settle({ problems: [...store.errors(), ...strange.map(({ message }) => ({ message }))] })
  }
  const run = async () => {
    const names = fields()
    if (mode === 'update' && names.length === 0) {
      settle({})
      return onUnchanged()
    }
    if (!store.check(names, mode)) return settle({ problems: store.errors() })
    setState((before) => ({ ...before, failure: undefined, isBusy: true }))
    const body = store.input(names)
    const content = JSON.stringify([row?.version, body])
    // the same content keeps its key through retries; changed content is another submission
    if (attempt.current.content !== content) attempt.current = { content, key: crypto.randomUUID() }
    try {
      if (heeded.current !== content) {
        const check = await api.post<{
          readonly problems: readonly FieldProblem[]
          readonly warnings: readonly FieldProblem[]
        }>(`${path}/check${row ? `?id=${encodeURIComponent(row.id)}` : ''}`, body)
        if (check.problems.length > 0) return refuse(check.problems)
        if (check.warnings.length > 0) {
          heeded.current = content
          store.warn(check.warnings)
          return settle({
            warnings: check.warnings.map(({ path: where, message }) => ({
              message,
              ...(where in store.record.fields ? { field: rootOf(where) } : {}),
            })),
          })
        }
      }
      const saved = row
        ? await api.patch<RecordAnswer>(`${path}/${encodeURIComponent(row.id)}`, body, {
            version: row.version,
            idempotencyKey: attempt.current.key,
          })
        : await api.post<RecordAnswer>(path, body, { idempotencyKey: attempt.current.key })
      await onSaved(saved)
      settle({})
    } catch (error) {
      if (error instanceof RequestFailure && error.problems.length > 0) return refuse(error.problems)
      if (hasCode(error, 'version-conflict')) {
        settle({})
        return onConflict()
      }
      settle({ failure: error })
    }
  }
  return { ...state, submit: () => void run() }
}
