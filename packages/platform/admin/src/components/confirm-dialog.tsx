import type { ReactNode } from 'react'
import { useState } from 'react'
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
  readonly children?: ReactNode
}

/** Asks before something happens, and says in the dialog why it did not. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, isOpen, onClose, onConfirm, confirmLabel, isDanger, children } = props
  const t = useText()
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
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
    <Dialog title={title} isOpen={isOpen} onClose={close} isAlert>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!isBusy) void confirm()
        }}
      >
        {error !== undefined && <ProblemNotice error={error} />}
        {children}
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
