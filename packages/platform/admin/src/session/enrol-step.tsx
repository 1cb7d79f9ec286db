import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { renderSVG } from 'uqr'
import { Button } from '../components/button.js'
import { Loading } from '../components/loading.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { TextField } from '../fields/text-field.js'
import { useText } from '../i18n/use-text.js'
import { isRefusedCode } from './factor-step.js'
import type { SmallErrors } from './small-form.js'
import { SmallForm } from './small-form.js'
import type { SessionSteps } from './use-session-steps.js'

/** Binds an authenticator: the secret as a QR code and as text, a first code as proof, then the recovery codes, shown once. */
export function EnrolStep({ steps }: { readonly steps: Pick<SessionSteps, 'enrol' | 'confirmEnrolment' | 'proceed'> }) {
  const t = useText()
  const id = useId()
  const [code, setCode] = useState('')
  const [errors, setErrors] = useState<SmallErrors<'code'>>({})
  const [recoveryCodes, setRecoveryCodes] = useState<readonly string[]>()
  const secret = useQuery({
    queryKey: ['enrolment'],
    queryFn: () => steps.enrol(),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (recoveryCodes) return <RecoveryCodes codes={recoveryCodes} onDone={() => void steps.proceed()} />
  if (secret.error) return <ProblemNotice error={secret.error} onRetry={() => void secret.refetch()} />
  if (!secret.data) return <Loading />
  return (
    <SmallForm<'code'>
      submitLabel={t('enrol.submit')}
      idOf={() => id}
      onErrors={setErrors}
      check={() => (code.trim() === '' ? { code: t('factor.need') } : {})}
      onSubmit={async () => {
        try {
          setRecoveryCodes(await steps.confirmEnrolment(code.normalize('NFKC').replace(/\s/g, '')))
        } catch (error) {
          if (!isRefusedCode(error)) throw error
          return { code: t('factor.wrong') }
        }
      }}
    >
      <p>{t('enrol.lead')}</p>
      <QrCode text={secret.data.uri} label={t('enrol.qr')} />
      <p className="secret">
        <span className="label">{t('enrol.secret')}</span>
        <code className="tabular">{secret.data.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <TextField
        id={id}
        label={t('enrol.confirm')}
        inputMode="numeric"
        autoComplete="one-time-code"
        isRequired
        size={10}
        error={errors.code}
        value={code}
        onChange={setCode}
      />
    </SmallForm>
  )
}

/** A QR code as an image with a name; dark on white in every colour mode, or cameras do not read it. */
function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const source = `data:image/svg+xml,${encodeURIComponent(renderSVG(text, { border: 2 }))}`
  return <img className="qr" alt={label} src={source} width={200} height={200} />
}

function RecoveryCodes({ codes, onDone }: { readonly codes: readonly string[]; readonly onDone: () => void }) {
  const t = useText()
  return (
    <div>
      <h2>{t('enrol.codesTitle')}</h2>
      <p>{t('enrol.codesLead')}</p>
      <ul className="recovery-codes tabular">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="actions">
        <Button look="primary" onPress={onDone}>
          {t('enrol.saved')}
        </Button>
        <Button onPress={() => globalThis.print()}>{t('enrol.print')}</Button>
      </div>
    </div>
  )
}
