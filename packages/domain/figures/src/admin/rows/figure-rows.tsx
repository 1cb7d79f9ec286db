import {
  ExportButton,
  Loading,
  Pager,
  ProblemNotice,
  RecordTable,
  useAdmin,
  useApi,
  useCan,
  useLocale,
  useModuleText,
} from '@opendpf/admin'
import { allows, type ListAnswer, permissionFor } from '@opendpf/kit'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type CountedIndicator, type FigureAsked, figures } from '../../contract/index.js'

const rowsAtOnce = 50
/** The list is narrowed by the figure alone. */
const everything = { filters: {} }

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
  const can = useCan()
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
  const record = registry.record(data.record)
  const caption = say('rows.table', { figure: indicator.title[locale] })
  return (
    <>
      <div className="results-head">
        <p role="status" className="results-sentence">
          {say(total.isExact ? 'rows.count' : 'rows.more', { count: total.value })}
        </p>
        {allows(record, 'export') && can(permissionFor(record, 'export')) && (
          <ExportButton record={record} query={everything} rows={{ of: figures.id, asked: figure }} />
        )}
      </div>
      <RecordTable record={record} rows={data.rows} caption={caption} isStale={isPlaceholderData} />
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
