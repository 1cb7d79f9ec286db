import {
  Button,
  ConfirmDialog,
  Facts,
  formatInstant,
  Loading,
  Notice,
  ProblemNotice,
  refreshRecords,
  showToast,
  useApi,
  useCan,
  useMe,
  useModuleText,
} from '@opendpf/admin'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { access } from '../contract/index.js'
import { ShownOnce } from './shown-once.js'

/** What `GET /access/users/:id/sign-in` answers. */
interface SignInFacts {
  readonly lastSignInAt: string | null
  readonly hasPassword: boolean
  readonly mustChangePassword: boolean
  readonly hasSecondFactor: boolean
  readonly lockedUntil: string | null
}

/** On a user's page: how he signs in, and what a security administrator can do about it. */
export function SignInPanel({ id }: { readonly id: string }) {
  const api = useApi()
  const can = useCan()
  const me = useMe()
  const client = useQueryClient()
  const say = useModuleText(access.id)
  const [asking, setAsking] = useState<'password' | 'second-factor'>()
  const [password, setPassword] = useState<string>()
  const [failure, setFailure] = useState<unknown>()
  const path = `/access/users/${id}`
  const queryKey = ['access', 'sign-in', id]
  const { data, error } = useQuery({ queryKey, queryFn: () => api.get<SignInFacts>(`${path}/sign-in`) })
  if (error) return <ProblemNotice error={error} />
  if (!data) return <Loading lines={3} />

  const act = async <T,>(what: string): Promise<T> => {
    const answer = await api.post<T>(`${path}/${what}`)
    await Promise.all([client.invalidateQueries({ queryKey }), refreshRecords(client)])
    return answer
  }
  const unlock = async () => {
    setFailure(undefined)
    try {
      await act('unlock')
      showToast(say('signIn.unlocked'))
    } catch (refusal) {
      setFailure(refusal)
    }
  }
  const isOther = me.id !== id
  return (
    <>
      {failure !== undefined && <ProblemNotice error={failure} />}
      {data.lockedUntil !== null && (
        <Notice
          kind="warning"
          actions={
            can('access:user.unlock') && (
              <Button
                onPress={() => {
                  void unlock()
                }}
              >
                {say('signIn.unlock')}
              </Button>
            )
          }
        >
          {say('signIn.locked', { until: formatInstant(data.lockedUntil) })}
        </Notice>
      )}
      <Facts
        items={[
          {
            label: say('signIn.last'),
            value: data.lastSignInAt === null ? say('signIn.never') : formatInstant(data.lastSignInAt),
          },
          { label: say('signIn.password'), value: say(passwordText(data)) },
          {
            label: say('signIn.secondFactor'),
            value: say(data.hasSecondFactor ? 'signIn.secondFactorSet' : 'signIn.secondFactorNone'),
          },
        ]}
      />
      <div className="actions">
        {isOther && can('access:user.resetPassword') && (
          <Button onPress={() => setAsking('password')}>{say('signIn.resetPassword')}</Button>
        )}
        {isOther && data.hasSecondFactor && can('access:user.resetSecondFactor') && (
          <Button onPress={() => setAsking('second-factor')}>{say('signIn.resetSecondFactor')}</Button>
        )}
      </div>
      <ConfirmDialog
        title={say('signIn.resetPassword')}
        confirmLabel={say('signIn.resetPassword')}
        isDanger
        isOpen={asking === 'password'}
        onClose={() => setAsking(undefined)}
        onConfirm={async () => setPassword((await act<{ readonly password: string }>('reset-password')).password)}
      >
        <p>{say('signIn.resetPasswordLead')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        title={say('signIn.resetSecondFactor')}
        confirmLabel={say('signIn.resetSecondFactor')}
        isDanger
        isOpen={asking === 'second-factor'}
        onClose={() => setAsking(undefined)}
        onConfirm={async () => {
          await act('reset-second-factor')
          showToast(say('signIn.secondFactorReset'))
        }}
      >
        <p>{say('signIn.resetSecondFactorLead')}</p>
      </ConfirmDialog>
      {password !== undefined && (
        <ShownOnce
          title={say('signIn.newPassword')}
          lead={say('signIn.newPasswordLead')}
          secret={password}
          onClose={() => setPassword(undefined)}
        />
      )}
    </>
  )
}

function passwordText({ hasPassword, mustChangePassword }: SignInFacts): string {
  if (!hasPassword) return 'signIn.passwordNone'
  return mustChangePassword ? 'signIn.passwordFirst' : 'signIn.passwordOwn'
}
