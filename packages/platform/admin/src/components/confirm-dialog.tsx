import type { FieldProblem } from '@opendpf/errors'
import type { ReactNode } from 'react'
import { useMemo, useState } from 'react'
import { RequestFailure } from '../api/index.js'
import { ProblemSummary } from '../forms/problem-summary.js'
import { useText } from '../i18n/use-text.js'
import { Button } from './button.js'
import { Dialog } from './dialog.js'
import { ProblemNotice } from './problem-notice.js'

export interface ConfirmDialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Does it; the dialog closes when it succeeds and shows the problem when it fails. Answering false keeps it open. */
  readonly onConfirm: () => Promise<unknown>
  readonly confirmLabel: string
  readonly isDanger?: boolean
  /** Takes entries rather than a yes: wider, and no alert. */
  readonly isForm?: boolean
  /** The id of the control for a path that the server may refuse; undefined where there is none. */
  readonly idOf?: (path: string) => string | undefined
  /** What is asked. A function is given what is wrong with each field, by path, to show it beside the field. */
  readonly children?: ReactNode | ((errors: Readonly<Record<string, string>>) => ReactNode)
}

const none: readonly FieldProblem[] = []

/** Asks before something happens, and says in the dialog why it did not: in a summary that leads to the fields, or as a sentence. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, isOpen, onClose, onConfirm, confirmLabel, isDanger, isForm, idOf, children } = props
  const t = useText()
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const problems = error instanceof RequestFailure ? error.problems : none
  // a list of its own for each refusal: the summary takes the focus once, not with every letter that is typed
  // biome-ignore lint/correctness/useExhaustiveDependencies: the way to a control does not change while the dialog is open
  const items = useMemo(
    () =>
      problems.map(({ path, message }) => {
        const id = idOf?.(path)
        return { message, ...(id === undefined ? {} : { id }) }
      }),
    [problems],
  )
  const close = () => {
    setError(undefined)
    onClose()
  }
  const confirm = async () => {
    setBusy(true)
    setError(undefined)
    try {
      if ((await onConfirm()) !== false) close()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog title={title} isOpen={isOpen} onClose={close} isAlert={!isForm} size={isForm ? 'large' : 'small'}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!isBusy) void confirm()
        }}
      >
        {error !== undefined && problems.length === 0 && <ProblemNotice error={error} />}
        {problems.length > 0 && <ProblemSummary title={t('form.errors', { number: problems.length })} items={items} />}
        {typeof children === 'function'
          ? children(Object.fromEntries(problems.map(({ path, message }) => [path, message])))
          : children}
        <div className="actions dialog-actions">
          <Button type="submit" look={isDanger ? 'danger' : 'primary'} isBusy={isBusy}>
            {isBusy ? t('common.working') : confirmLabel}
          </Button>
          <Button onPress={close}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
