import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { hasCode, RequestFailure } from '../api/index.js'
import { useAdmin } from '../app/admin-context.js'
import { PasswordField } from '../fields/password-field.js'
import { useText } from '../i18n/use-text.js'
import type { SmallErrors } from './small-form.js'
import { SmallForm } from './small-form.js'

type Field = 'current' | 'next' | 'repeat'

/** The present password and twice the new one. How long a new one must be, the server says. */
export function NewPasswordStep({
  change,
  onDone,
}: {
  readonly change: (current: string, next: string) => Promise<void>
  readonly onDone: () => void | Promise<void>
}) {
  const t = useText()
  const id = useId()
  const { api } = useAdmin()
  const policy = useQuery({
    queryKey: ['session-methods'],
    queryFn: () => api.get<{ readonly passwords: { readonly minLength: number } }>('/session/methods'),
    staleTime: Number.POSITIVE_INFINITY,
  }).data?.passwords
  const isShort = (password: string) => [...password].length < (policy?.minLength ?? 1)
  const [values, setValues] = useState<Readonly<Record<Field, string>>>({ current: '', next: '', repeat: '' })
  const [errors, setErrors] = useState<SmallErrors<Field>>({})
  const check = (): SmallErrors<Field> => ({
    ...(values.current === '' ? { current: t('password.needCurrent') } : {}),
    ...(isShort(values.next) ? { next: t('password.short', { length: policy?.minLength ?? 1 }) } : {}),
    ...(!isShort(values.next) && values.repeat !== values.next ? { repeat: t('password.differs') } : {}),
  })
  const field = (name: Field, label: string, autoComplete: 'current-password' | 'new-password', hint?: string) => (
    <PasswordField
      id={`${id}-${name}`}
      label={label}
      hint={hint}
      autoComplete={autoComplete}
      isRequired
      error={errors[name]}
      value={values[name]}
      onChange={(value) => {
        setValues({ ...values, [name]: value })
        setErrors({ ...errors, [name]: undefined })
      }}
    />
  )
  return (
    <SmallForm<Field>
      submitLabel={t('password.submit')}
      idOf={(name) => `${id}-${name}`}
      onErrors={setErrors}
      check={check}
      onSubmit={async () => {
        try {
          await change(values.current, values.next)
        } catch (error) {
          const refused = fieldErrors(error, t('signIn.wrong'))
          if (!refused) throw error
          return refused
        }
        setValues({ current: '', next: '', repeat: '' })
        await onDone()
      }}
    >
      {field('current', t('password.current'), 'current-password')}
      {field(
        'next',
        t('password.next'),
        'new-password',
        policy && t('password.nextHint', { length: policy.minLength }),
      )}
      {field('repeat', t('password.repeat'), 'new-password')}
    </SmallForm>
  )
}

function fieldErrors(error: unknown, wrong: string): SmallErrors<Field> | undefined {
  if (hasCode(error, 'not-signed-in')) return { current: wrong }
  if (!(error instanceof RequestFailure) || error.problems.length === 0) return undefined
  return Object.fromEntries(
    error.problems.map(({ path, message }) => [path === 'current' ? 'current' : 'next', message]),
  )
}
