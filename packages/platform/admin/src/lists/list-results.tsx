import type { PlacedRecord } from '@opendpf/kit'
import { useEffect } from 'react'
import { EmptyState } from '../components/empty-state.js'
import { Loading } from '../components/loading.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import { useList } from '../records/use-records.js'
import { useMay } from '../session/may.js'
import { announce } from '../shell/announce.js'
import type { useListState } from './list-state.js'
import { isAsked } from './list-state.js'
import { nextOrder, orderOf } from './order-of.js'
import { Pager } from './pager.js'
import { RecordTable } from './record-table.js'
import { resultSentence } from './result-sentence.js'

/** What a list found: the sentence, the table between two pagers, or why there is nothing. */
export function ListResults({
  record,
  list,
}: {
  readonly record: PlacedRecord
  readonly list: ReturnType<typeof useListState>
}) {
  const t = useText()
  const labels = useLabels(record)
  const hasQuestion = isAsked(list.query)
  const may = useMay(record)
  const ways = [...(may('create') ? [t('list.emptyAdd')] : []), ...(may('import') ? [t('list.emptyImport')] : [])]
  const isQuiet = record.list.isQuiet === true && !hasQuestion
  const { data, error, isPlaceholderData, isPending, refetch } = useList(record, list.query, !isQuiet)
  const order = orderOf(record, list.query)
  const sentence =
    data && !isPlaceholderData ? resultSentence({ total: data.total, page: list.page, order, labels, t }) : undefined
  useEffect(() => {
    if (sentence !== undefined) announce(sentence)
  }, [sentence])
  if (isQuiet) {
    return (
      <EmptyState icon="search" title={t('list.quiet')}>
        {t('list.quietText')}
      </EmptyState>
    )
  }
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (isPending || !data) return <Loading lines={8} />
  if (data.rows.length === 0) {
    return hasQuestion ? (
      <EmptyState icon="search" title={t('list.empty')}>
        {t('list.emptyText')}
      </EmptyState>
    ) : (
      <EmptyState title={t('list.emptyAll')}>{ways.length > 0 && ways.join('')}</EmptyState>
    )
  }
  const pager = {
    page: list.page,
    isFirst: list.isFirst,
    hasPrevious: list.hasPrevious,
    next: data.next,
    onFirst: list.first,
    onPrevious: list.previous,
    onNext: list.next,
  }
  const afterId = `after-${record.module}-${record.name}`
  return (
    <div className="results">
      <div className="results-head">
        <p className="results-sentence">{sentence ?? t('common.loading')}</p>
        <Pager place="Top" {...pager} />
      </div>
      <a className="skip-link skip-inline" href={`#${afterId}`}>
        {t('list.skipTable')}
      </a>
      <RecordTable
        record={record}
        rows={data.rows}
        caption={labels.record}
        order={order}
        onSort={(by) => list.sort(nextOrder(order, by))}
        isStale={isPlaceholderData}
      />
      <div id={afterId} tabIndex={-1} className="results-foot">
        <Pager place="Bottom" {...pager} />
      </div>
    </div>
  )
}
