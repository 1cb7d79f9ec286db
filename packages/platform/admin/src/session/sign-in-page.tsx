import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useArrival } from '../components/page.js'
import type { AdminMessage } from '../i18n/messages/index.js'
import { useText } from '../i18n/use-text.js'
import { Foot } from '../shell/foot.js'
import { Header } from '../shell/header.js'
import { showToast } from '../shell/toast-store.js'
import { EnrolStep } from './enrol-step.js'
import { FactorStep } from './factor-step.js'
import type { SessionState } from './me.js'
import { useMeQuery } from './me.js'
import { NewPasswordStep } from './new-password-step.js'
import { PasswordStep } from './password-step.js'
import { useSessionSteps } from './use-session-steps.js'

const titles: Readonly<Record<Exclude<SessionState, 'signed-in'>, AdminMessage>> = {
  'second-factor': 'factor.title',
  'enrol-second-factor': 'enrol.title',
  'change-password': 'password.title',
}

/** Signing in, one step after the other, and back to where the person wanted to go. */
export function SignInPage() {
  const t = useText()
  const { history } = useRouter()
  const me = useMeQuery()
  const steps = useSessionSteps()
  // read once: the address changes while the next page is loading
  const [wanted] = useState(() => new URLSearchParams(history.location.search).get('to') ?? '/')
  const state = steps.state ?? me.data?.state
  useEffect(() => {
    if (state !== 'signed-in') return
    // an address of another site must not be followed
    const address = wanted.replaceAll('\\', '/')
    history.replace(address.startsWith('/') && !address.startsWith('//') ? address : '/')
  }, [state, history, wanted])
  const title = t(state && state !== 'signed-in' ? titles[state] : 'signIn.title')
  const heading = useArrival(`${title} - ${t('app.name')}`)
  return (
    <div className="entrance">
      <Header />
      <main id="main" className="entrance-main">
        <div className="card entrance-card">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {state === undefined && <p className="page-lead">{t('signIn.lead')}</p>}
          {state === undefined && <PasswordStep steps={steps} />}
          {state === 'second-factor' && <FactorStep steps={steps} />}
          {state === 'enrol-second-factor' && <EnrolStep steps={steps} />}
          {state === 'change-password' && (
            <>
              <p>{t('password.forced')}</p>
              <NewPasswordStep
                change={steps.changePassword}
                onDone={async () => {
                  showToast(t('password.done'))
                  await steps.proceed()
                }}
              />
            </>
          )}
          <p className="hint entrance-help">{t('signIn.help')}</p>
        </div>
      </main>
      <Foot />
    </div>
  )
}
