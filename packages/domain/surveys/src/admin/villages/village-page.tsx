import {
  EmptyState,
  Facts,
  hasCode,
  LinkButton,
  Loading,
  listHref,
  Notice,
  ProblemNotice,
  refreshRecords,
  showToast,
  useAdmin,
  useApi,
  useDivisions,
  useModuleText,
} from '@opendpf/admin'
import { pathOf } from '@opendpf/kit'
import { todayIn } from '@opendpf/standards'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { surveys, type VillageCollecting, writtenStates } from '../../contract/index.js'
import { VillageForm, type VillageSent } from './village-form.js'

const { village } = surveys.records

/** What a village tells of itself (填写村（社区）情况). */
export function VillagePage({ params }: { readonly params: URLSearchParams }) {
  const id = params.get('village') ?? ''
  const say = useModuleText(surveys.id)
  return id === '' ? <EmptyState title={say('collect.none')} /> : <OneVillage key={id} id={id} />
}

function OneVillage({ id }: { readonly id: string }) {
  const say = useModuleText(surveys.id)
  const api = useApi()
  const client = useQueryClient()
  const { clock } = useAdmin()
  const { index } = useDivisions()
  const key = ['surveys', 'village', id]
  const path = `${pathOf(village)}/${encodeURIComponent(id)}`
  const load = () => api.get<VillageCollecting>(`${path}/collecting`)
  const [theirs, setTheirs] = useState<VillageCollecting>()
  /** Grows when the page begins anew with what the server has. */
  const [turn, setTurn] = useState(0)
  const query = useQuery({
    queryKey: key,
    queryFn: load,
    // what somebody types must not be replaced by what comes in meanwhile
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const send = useMutation({
    mutationFn: async ({ sent, version, isLast }: { sent: VillageSent; version: number; isLast: boolean }) => {
      const arrived = await api.post<VillageCollecting>(`${path}/collecting`, { version, ...sent })
      client.setQueryData(key, arrived)
      if (!isLast) return showToast(say('collect.saved'))
      await api.post(`${path}/do/finish`, {}, { version: arrived.version })
      client.setQueryData(key, { ...arrived, state: 'done' })
      showToast(say('collect.finished'))
    },
    onSuccess: () => refreshRecords(client),
    onError: async (problem) => {
      if (hasCode(problem, 'version-conflict')) setTheirs(await load())
    },
  })
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const { data } = query
  const back = <LinkButton to={listHref(village)}>{say('villages.list')}</LinkButton>
  const canWrite = (writtenStates as readonly string[]).includes(data.state) && !data.isClosed
  const settle = (whose: 'mine' | 'theirs') => {
    client.setQueryData(key, theirs)
    setTheirs(undefined)
    send.reset()
    if (whose === 'theirs') setTurn(turn + 1)
  }
  const sendAs = (isLast: boolean) => (sent: VillageSent) => send.mutate({ sent, version: data.version, isLast })
  return (
    <>
      <Facts
        items={[
          { label: say('village.title'), value: data.title },
          { label: say('village.division'), value: data.division === null ? '—' : index.nameOf(data.division) },
          { label: say('village.state'), value: say(`village.state.${data.state}`) },
          { label: say('village.dueOn'), value: data.dueOn },
        ]}
      />
      {canWrite ? (
        <VillageForm
          key={turn}
          collecting={data}
          today={todayIn(clock)}
          isBusy={send.isPending}
          error={send.error}
          theirs={theirs}
          onSettled={settle}
          onSave={sendAs(false)}
          onFinish={sendAs(true)}
        />
      ) : (
        <Notice title={say(data.isClosed ? 'interview.problem.closed' : 'interview.problem.finished')} actions={back} />
      )}
    </>
  )
}
