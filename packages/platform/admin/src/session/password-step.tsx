import { useId, useState } from 'react'
import { hasCode } from '../api/index.js'
import { PasswordField } from '../fields/password-field.js'
import { TextField } from '../fields/text-field.js'
import { useText } from '../i18n/use-text.js'
import type { SmallErrors } from './small-form.js'
import { SmallForm } from './small-form.js'
import type { SessionSteps } from './use-session-steps.js'

type Field = 'username' | 'password'

/** User name and password. One that is not accepted says so in words and keeps the user name. */
export function PasswordStep({
  steps,
  username: known = '',
}: {
  readonly steps: Pick<SessionSteps, 'signIn'>
  readonly username?: string
}) {
  const t = useText()
  const id = useId()
  const [username, setUsername] = useState(known)
  const [password, setPassword] = useState('')
  const [errors, setErrors] = useState<SmallErrors<Field>>({})
  return (
    <SmallForm<Field>
      submitLabel={t('signIn.submit')}
      idOf={(field) => `${id}-${field}`}
      onErrors={setErrors}
      check={() => ({
        ...(username.trim() === '' ? { username: t('signIn.needUsername') } : {}),
        ...(password === '' ? { password: t('signIn.needPassword') } : {}),
      })}
      onSubmit={async () => {
        try {
          await steps.signIn(username.trim(), password)
        } catch (error) {
          if (!hasCode(error, 'not-signed-in')) throw error
          return { password: t('signIn.wrong') }
        }
      }}
    >
      <TextField
        id={`${id}-username`}
        label={t('signIn.username')}
        autoComplete="username"
        isRequired
        error={errors.username}
        value={username}
        onChange={(value) => {
          setUsername(value)
          setErrors({})
        }}
      />
      <PasswordField
        id={`${id}-password`}
        label={t('signIn.password')}
        autoComplete="current-password"
        isRequired
        error={errors.password}
        value={password}
        onChange={(value) => {
          setPassword(value)
          setErrors({})
        }}
      />
    </SmallForm>
  )
}
