import {
  EmptyState,
  Facts,
  LinkButton,
  Loading,
  Notice,
  ProblemNotice,
  pageHref,
  refreshRecords,
  useAdmin,
  useApi,
  useDivisions,
  useModuleText,
} from '@opendpf/admin'
import { pathOf } from '@opendpf/kit'
import { todayIn } from '@opendpf/standards'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Collecting, surveys, writtenStates } from '../../contract/index.js'
import { CollectForm } from './collect-form.js'

const { interview } = surveys.records

/** Collecting one record (填写调查记录), on a telephone in somebody's home or at a desk. */
export function CollectPage({ params }: { readonly params: URLSearchParams }) {
  const id = params.get('interview') ?? ''
  const say = useModuleText(surveys.id)
  return id === '' ? <EmptyState title={say('collect.none')} /> : <OneRecord key={id} id={id} />
}

function OneRecord({ id }: { readonly id: string }) {
  const say = useModuleText(surveys.id)
  const api = useApi()
  const client = useQueryClient()
  const { clock } = useAdmin()
  const { index } = useDivisions()
  const [isFinished, setFinished] = useState(false)
  const key = ['surveys', 'collecting', id]
  const load = () => api.get<Collecting>(`${pathOf(interview)}/${encodeURIComponent(id)}/collecting`)
  const query = useQuery({
    queryKey: key,
    queryFn: load,
    // what somebody types must not be replaced by what comes in meanwhile
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const { data } = query
  const back = <LinkButton to={pageHref(surveys.id, 'tasks')}>{say('collect.back')}</LinkButton>
  if (isFinished) return <Notice kind="success" title={say('collect.finished')} actions={back} isAlert />
  const canWrite = (writtenStates as readonly string[]).includes(data.state) && !data.isClosed
  return (
    <>
      <Facts
        items={[
          { label: say('interview.person'), value: `${data.number} · ${data.name}` },
          { label: say('assignment.division'), value: data.division === null ? '—' : index.nameOf(data.division) },
          { label: say('interview.state'), value: say(`interview.state.${data.state}`) },
          { label: say('assignment.dueOn'), value: data.dueOn },
        ]}
      />
      {canWrite ? (
        <CollectForm
          collecting={data}
          today={todayIn(clock)}
          onReload={load}
          onSaved={(arrived) => client.setQueryData(key, arrived)}
          onFinished={() => {
            setFinished(true)
            void refreshRecords(client)
          }}
        />
      ) : (
        <Notice title={say(data.isClosed ? 'interview.problem.closed' : 'interview.problem.finished')} actions={back} />
      )}
    </>
  )
}
