import { Button, Dialog, useText } from '@opendpf/admin'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { RefusalNotice } from './refusal-notice.js'

/** A dialog that does one thing when it is confirmed, and says by itself why it could not be done. */
export function FormDialog(props: {
  readonly title: string
  readonly confirmLabel: string
  readonly isDanger?: boolean
  readonly onClose: () => void
  readonly onConfirm: () => Promise<unknown>
  readonly children: ReactNode
}) {
  const { title, confirmLabel, isDanger, onClose, onConfirm, children } = props
  const t = useText()
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const confirm = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await onConfirm()
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Dialog title={title} isOpen onClose={onClose} size="large">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!isBusy) void confirm()
        }}
      >
        {error !== undefined && <RefusalNotice error={error} />}
        {children}
        <div className="actions dialog-actions">
          <Button type="submit" look={isDanger ? 'danger' : 'primary'} isBusy={isBusy}>
            {confirmLabel}
          </Button>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
