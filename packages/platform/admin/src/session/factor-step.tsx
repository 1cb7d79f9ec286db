import { useId, useState } from 'react'
import { RequestFailure } from '../api/index.js'
import { Button } from '../components/button.js'
import { TextField } from '../fields/text-field.js'
import { useText } from '../i18n/use-text.js'
import type { SmallErrors } from './small-form.js'
import { SmallForm } from './small-form.js'
import type { SessionSteps } from './use-session-steps.js'

/** The code of the authenticator, or one of the recovery codes. */
export function FactorStep({ steps }: { readonly steps: Pick<SessionSteps, 'verify'> }) {
  const t = useText()
  const id = useId()
  const [way, setWay] = useState<'code' | 'recovery'>('code')
  const [code, setCode] = useState('')
  const [errors, setErrors] = useState<SmallErrors<'code'>>({})
  return (
    <SmallForm<'code'>
      submitLabel={t('factor.submit')}
      idOf={() => id}
      onErrors={setErrors}
      check={() => (code.trim() === '' ? { code: t('factor.need') } : {})}
      onSubmit={async () => {
        const plain = code.normalize('NFKC').replace(/\s/g, '')
        try {
          await steps.verify(way === 'code' ? { code: plain } : { recoveryCode: plain })
        } catch (error) {
          if (!isRefusedCode(error)) throw error
          return { code: t('factor.wrong') }
        }
      }}
      extra={
        <Button
          look="plain"
          onPress={() => {
            setWay(way === 'code' ? 'recovery' : 'code')
            setErrors({})
            setCode('')
          }}
        >
          {way === 'code' ? t('factor.useRecovery') : t('factor.useCode')}
        </Button>
      }
    >
      {way === 'code' && <p>{t('factor.lead')}</p>}
      <TextField
        id={id}
        label={way === 'code' ? t('factor.code') : t('factor.recovery')}
        hint={way === 'code' ? undefined : t('factor.recoveryHint')}
        autoComplete="one-time-code"
        inputMode={way === 'code' ? 'numeric' : 'text'}
        isRequired
        size={way === 'code' ? 10 : 24}
        error={errors.code}
        value={code}
        onChange={(value) => {
          setCode(value)
          setErrors({})
        }}
      />
    </SmallForm>
  )
}

/** Whether the server refused the code itself, and not the request or the account. */
export function isRefusedCode(error: unknown): boolean {
  return (
    error instanceof RequestFailure && ['second-factor-required', 'not-signed-in', 'invalid-input'].includes(error.code)
  )
}
