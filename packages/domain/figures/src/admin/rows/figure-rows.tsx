import { Loading, Pager, ProblemNotice, RecordTable, useAdmin, useApi, useLocale, useModuleText } from '@opendpf/admin'
import type { ListAnswer } from '@opendpf/kit'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type CountedIndicator, type FigureAsked, figures } from '../../contract/index.js'

const rowsAtOnce = 50

/** The rows that a figure counts, page by page from where one stands: the query of the number, with the permission and masks of that list. */
export function FigureRows({
  figure,
  indicator,
}: {
  readonly figure: FigureAsked
  readonly indicator: CountedIndicator
}) {
  const say = useModuleText(figures.id)
  const locale = useLocale()
  const api = useApi()
  const { registry } = useAdmin()
  const [cursors, setCursors] = useState<readonly string[]>([])
  const cursor = cursors.at(-1)
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: ['list', 'figures.rows', figure, cursor ?? ''],
    queryFn: () =>
      api.post<ListAnswer & { readonly record: string }>('/figures/rows', {
        figure,
        limit: rowsAtOnce,
        ...(cursor === undefined ? {} : { cursor }),
      }),
    placeholderData: keepPreviousData,
  })
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { total, next } = data
  const caption = say('rows.table', { figure: indicator.title[locale] })
  return (
    <>
      <p role="status" className="results-sentence">
        {say(total.isExact ? 'rows.count' : 'rows.more', { count: total.value })}
      </p>
      <RecordTable
        record={registry.record(data.record)}
        rows={data.rows}
        caption={caption}
        isStale={isPlaceholderData}
      />
      <Pager
        place="Bottom"
        page={cursors.length + 1}
        isFirst={cursors.length === 0}
        hasPrevious={cursors.length > 0}
        next={next}
        onFirst={() => setCursors([])}
        onPrevious={() => setCursors(cursors.slice(0, -1))}
        onNext={(after) => setCursors([...cursors, after])}
      />
    </>
  )
}
