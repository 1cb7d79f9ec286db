import { useEffect, useSyncExternalStore } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { Dialog } from '../components/dialog.js'
import { useText } from '../i18n/use-text.js'
import { FactorStep } from './factor-step.js'
import { useMe } from './me.js'
import { PasswordStep } from './password-step.js'
import { useSessionSteps } from './use-session-steps.js'

/** Asks for the password again when the session has ended; what was being done then goes on. */
export function SignInAgain() {
  const { gate } = useAdmin()
  const isWaiting = useSyncExternalStore(gate.subscribe, gate.isWaiting, gate.isWaiting)
  return isWaiting ? <SignInAgainDialog /> : null
}

function SignInAgainDialog() {
  const t = useText()
  const me = useMe()
  const { gate } = useAdmin()
  const steps = useSessionSteps()
  useEffect(() => {
    if (steps.state === 'signed-in') gate.open(true)
  }, [steps.state, gate])
  return (
    <Dialog title={t('signIn.expired')} isOpen onClose={() => gate.open(false)}>
      <p>{t('signIn.expiredText')}</p>
      {steps.state === 'second-factor' ? (
        <FactorStep steps={steps} />
      ) : (
        <PasswordStep steps={steps} username={me.username} />
      )}
    </Dialog>
  )
}
