import { useBlocker } from '@tanstack/react-router'
import { useRef } from 'react'
import { Button } from '../components/button.js'
import { Dialog } from '../components/dialog.js'
import { useText } from '../i18n/use-text.js'

/** Asks before somebody leaves a form that is not saved. `pass` lets the next change of page through. */
export function useLeaveGuard(isChanged: () => boolean) {
  const isOff = useRef(false)
  const isBlocked = () => !isOff.current && isChanged()
  const blocker = useBlocker({ shouldBlockFn: isBlocked, enableBeforeUnload: isBlocked, withResolver: true })
  return {
    pass: () => {
      isOff.current = true
    },
    dialog: blocker.status === 'blocked' ? <LeaveDialog onLeave={blocker.proceed} onStay={blocker.reset} /> : null,
  }
}

function LeaveDialog({ onLeave, onStay }: { readonly onLeave: () => void; readonly onStay: () => void }) {
  const t = useText()
  return (
    <Dialog title={t('form.unsaved')} isOpen onClose={onStay} isAlert>
      <p>{t('form.unsavedText')}</p>
      <div className="actions dialog-actions">
        <Button look="primary" onPress={onStay}>
          {t('form.stay')}
        </Button>
        <Button look="danger" onPress={onLeave}>
          {t('form.leave')}
        </Button>
      </div>
    </Dialog>
  )
}
