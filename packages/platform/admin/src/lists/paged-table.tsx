import type { ListAnswer, RecordAnswer } from '@opendpf/kit'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { useAdmin } from '../app/admin-context.js'
import type { TableColumn } from '../components/data-table.js'
import { DataTable } from '../components/data-table.js'
import { Loading } from '../components/loading.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { useText } from '../i18n/use-text.js'
import { announce } from '../shell/announce.js'
import { usePagePlace } from './page-place.js'
import { Pager } from './pager.js'

const pause = 3000

/** Lists of the platform's own records whose pages it draws itself. */
export type OwnList = 'imports' | 'exports' | 'jobs'

/** The key under which the answers of such a list are kept. */
export const ownListKey = (list: OwnList) => ['own-list', list] as const

/** Such a list, a page at a time between two pagers. While something in it is under way it asks again by itself. */
export function PagedTable(props: {
  readonly list: OwnList
  readonly caption: string
  readonly columns: readonly TableColumn<RecordAnswer>[]
  /** Stands where there are no rows at all. */
  readonly empty: ReactNode
  readonly isUnderWay?: (row: RecordAnswer) => boolean
}) {
  const { list, caption, columns, empty, isUnderWay } = props
  const t = useText()
  const { api } = useAdmin()
  const { cursor, ...place } = usePagePlace()
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: [...ownListKey(list), cursor ?? ''],
    queryFn: () =>
      api.get<ListAnswer>(`/system/${list}${cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`}`),
    placeholderData: keepPreviousData,
    refetchInterval: (query) => (isUnderWay && query.state.data?.rows.some(isUnderWay) ? pause : false),
  })
  const { page } = place
  const total =
    data &&
    t(data.total.isExact ? 'list.total' : 'list.totalAbove', { total: data.total.value.toLocaleString('en-US') })
  const isFresh = total !== undefined && !isPlaceholderData
  const sentence = isFresh ? (page === undefined ? total : t('list.totalPage', { total, page })) : undefined
  useEffect(() => {
    if (sentence !== undefined) announce(sentence)
  }, [sentence])
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={8} />
  if (data.rows.length === 0 && place.isFirst) return empty
  const pager = { ...place, next: data.next }
  return (
    <div className="results">
      <div className="results-head">
        <p className="results-sentence">{sentence ?? t('common.loading')}</p>
        <Pager place="Top" {...pager} />
      </div>
      <DataTable
        caption={caption}
        rows={data.rows}
        keyOf={(row) => row.id}
        columns={columns}
        isStale={isPlaceholderData}
      />
      <div className="results-foot">
        <Pager place="Bottom" {...pager} />
      </div>
    </div>
  )
}
