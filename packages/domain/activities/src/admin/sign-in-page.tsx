import {
  announce,
  EmptyState,
  formatDate,
  Loading,
  ProblemNotice,
  SelectField,
  useApi,
  useLocale,
  useModuleText,
} from '@opendpf/admin'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { activities, type OpenSession, type SignIn } from '../contract/index.js'
import { ListForm } from './list-form.js'
import { NumberForm } from './number-form.js'
import { SignInResults } from './sign-in-results.js'

/**
 * Signing in (活动签到), on a telephone or with a scanner that types: one number and Enter, or a pasted column. Only what the number names
 * is told, masked.
 */
export function SignInPage() {
  const say = useModuleText(activities.id)
  const locale = useLocale()
  const api = useApi()
  const [chosen, setChosen] = useState('')
  const [lines, setLines] = useState<readonly SignIn[]>([])
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const query = useQuery({
    queryKey: ['list', 'activities.sign-in-sessions'],
    queryFn: () => api.get<{ readonly sessions: readonly OpenSession[] }>('/activities/sign-in-sessions'),
  })
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const { sessions } = query.data
  if (sessions.length === 0) return <EmptyState title={say('signIn.none')} />
  const session = sessions.find(({ id }) => id === chosen) ?? sessions[0]
  if (!session) return null

  const signIn = async (numbers: readonly string[], manner: 'number' | 'list'): Promise<boolean> => {
    setBusy(true)
    setError(undefined)
    try {
      const answer = await api.post<{ readonly lines: readonly SignIn[] }>('/activities/sign-ins', {
        session: session.id,
        manner,
        numbers,
      })
      setLines(answer.lines)
      const [only] = answer.lines
      if (only && answer.lines.length === 1) announce(say(`signIn.${only.outcome}`, { name: only.name ?? '' }))
      await query.refetch()
      return true
    } catch (problem) {
      setError(problem)
      return false
    } finally {
      setBusy(false)
    }
  }

  const labelOf = ({ title, heldOn, startsAt, topic }: OpenSession) =>
    [title, formatDate(heldOn, locale), startsAt, topic].filter((part) => part !== null).join(' · ')
  return (
    <>
      <p className="page-lead">{say('signIn.lead')}</p>
      <SelectField
        id="sign-in-session"
        isOptionalShown={false}
        label={say('signIn.session')}
        value={session.id}
        hasNoEmpty
        options={sessions.map((one) => ({ value: one.id, label: labelOf(one) }))}
        onChange={(id) => {
          setChosen(id)
          setLines([])
        }}
      />
      <p>{say('signIn.count', { count: session.personTimes })}</p>
      <NumberForm isBusy={isBusy} onNumber={(number) => signIn([number], 'number')} />
      {error !== undefined && <ProblemNotice error={error} />}
      <SignInResults lines={lines} />
      <ListForm isBusy={isBusy} onNumbers={(numbers) => signIn(numbers, 'list')} />
    </>
  )
}
