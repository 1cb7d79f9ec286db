import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../components/button.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { useText } from '../i18n/use-text.js'

/** Errors of a small form by field, in the order of the fields. */
export type SmallErrors<Field extends string> = Partial<Readonly<Record<Field, string>>>

/**
 * The frame of a form with one or two fields: it checks on submit, moves the focus to the first wrong field, and shows why the
 * server refused.
 */
export function SmallForm<Field extends string>(props: {
  readonly submitLabel: string
  readonly check: () => SmallErrors<Field>
  readonly onErrors: (errors: SmallErrors<Field>) => void
  /** Sends it. A refusal that belongs to a field is returned; anything else is thrown and shown above. */
  readonly onSubmit: () => Promise<SmallErrors<Field> | undefined>
  readonly idOf: (field: Field) => string
  readonly children: ReactNode
  readonly extra?: ReactNode
}) {
  const { submitLabel, check, onErrors, onSubmit, idOf, children, extra } = props
  const t = useText()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const [wrong, setWrong] = useState<{ readonly id: string }>()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (wrong) document.getElementById(wrong.id)?.focus()
  }, [wrong])
  const show = (errors: SmallErrors<Field>): boolean => {
    onErrors(errors)
    const first = Object.keys(errors)[0] as Field | undefined
    if (first) setWrong({ id: idOf(first) })
    return first !== undefined
  }
  const submit = async () => {
    setFailure(undefined)
    if (show(check())) return
    setBusy(true)
    try {
      show((await onSubmit()) ?? {})
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      ref={form}
      noValidate
      className="small-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) void submit()
      }}
    >
      {failure !== undefined && <ProblemNotice error={failure} />}
      {children}
      <div className="actions">
        <Button type="submit" look="primary" isBusy={isBusy}>
          {isBusy ? t('common.working') : submitLabel}
        </Button>
        {extra}
      </div>
    </form>
  )
}
