import {
  Button,
  EmptyState,
  LinkButton,
  Loading,
  ProblemNotice,
  pageHref,
  RecordTable,
  useAdmin,
  useApi,
  useDivisions,
  useModuleText,
} from '@opendpf/admin'
import type { ListAnswer } from '@opendpf/kit'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { earlierDay, type ItemStanding, planning } from '../../contract/index.js'
import { usePlanProgress } from './use-plan.js'

const rowsAtOnce = 50

/** The rows that an item counts, in the county or in the place of a share: the same query as its number. */
export function CountedPage({ params }: { readonly params: URLSearchParams }) {
  const say = useModuleText(planning.id)
  const plan = params.get('plan') ?? ''
  const query = usePlanProgress(plan)
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (plan !== '' && !query.data) return <Loading />
  const item = query.data?.items.find(({ id }) => id === params.get('item'))
  if (!query.data || !item || item.indicator === null)
    return (
      <EmptyState
        title={say('counted.none')}
        actions={<LinkButton to={pageHref(planning.id, 'plan')}>{say('page.plan')}</LinkButton>}
      />
    )
  const { today } = query.data
  const division = params.get('division') ?? query.data.plan.division
  return <CountedRows item={item} division={division} to={earlierDay(today, item.dueOn)} />
}

function CountedRows(props: { readonly item: ItemStanding; readonly division: string; readonly to: string }) {
  const { item, division, to } = props
  const say = useModuleText(planning.id)
  const api = useApi()
  const { registry } = useAdmin()
  const { index } = useDivisions()
  const [cursor, setCursor] = useState<string>()
  const figure = { indicator: item.indicator, filters: item.filters ?? {}, division, from: item.startsOn, to }
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['list', 'planning.counted', figure, cursor ?? ''],
    queryFn: () =>
      api.post<ListAnswer & { readonly record: string }>('/figures/rows', {
        figure,
        limit: rowsAtOnce,
        ...(cursor === undefined ? {} : { cursor }),
      }),
  })
  if (error) return <ProblemNotice error={error} />
  if (!data) return <Loading />
  const { value, isExact } = data.total
  const caption = say(isExact ? 'counted.rows' : 'counted.more', {
    item: item.title,
    place: index.get(division)?.name ?? division,
    count: value,
  })
  const next = data.next
  return (
    <>
      <p className="page-lead">{caption}</p>
      <RecordTable
        record={registry.record(data.record)}
        rows={data.rows}
        caption={caption}
        isStale={isPlaceholderData}
      />
      <div className="actions">
        {cursor !== undefined && <Button onPress={() => setCursor(undefined)}>{say('counted.first')}</Button>}
        {next !== undefined && <Button onPress={() => setCursor(next)}>{say('counted.next')}</Button>}
      </div>
    </>
  )
}
