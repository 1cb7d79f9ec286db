import type { ListOrder, PlacedRecord } from '@opendpf/kit'
import { allows, permissionFor } from '@opendpf/kit'
import { useEffect, useState } from 'react'
import { LinkButton } from '../components/app-link.js'
import { EmptyState } from '../components/empty-state.js'
import { Icon } from '../components/icon.js'
import { Loading } from '../components/loading.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import { nextOrder, orderOf } from '../lists/order-of.js'
import { Pager } from '../lists/pager.js'
import { RecordTable } from '../lists/record-table.js'
import { resultSentence } from '../lists/result-sentence.js'
import { newHref } from '../routing/links.js'
import { useCan } from '../session/me.js'
import { announce } from '../shell/announce.js'
import { useList } from './use-records.js'

/** The rows that belong to another row, on its page, with a way to add one. */
export function ChildList({
  record,
  field,
  parentId,
}: {
  readonly record: PlacedRecord
  readonly field: string
  readonly parentId: string
}) {
  const t = useText()
  const labels = useLabels(record)
  const can = useCan()
  const [order, setOrder] = useState<ListOrder>(orderOf(record, { filters: {} }))
  const [trail, setTrail] = useState<readonly string[]>([])
  const cursor = trail.at(-1)
  const { data, error, isPlaceholderData, refetch } = useList(record, {
    filters: { [field]: { any: [parentId] } },
    order,
    ...(cursor === undefined ? {} : { cursor }),
  })
  const sentence =
    data && !isPlaceholderData
      ? resultSentence({ total: data.total, page: trail.length + 1, order, labels, t })
      : undefined
  useEffect(() => {
    if (sentence !== undefined) announce(sentence)
  }, [sentence])
  const add = allows(record, 'create') && can(permissionFor(record, 'create')) && (
    <LinkButton to={newHref(record)} search={{ [field]: parentId }} look="primary">
      <Icon name="plus" />
      {t('record.addChild', { what: labels.record })}
    </LinkButton>
  )
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  if (data.rows.length === 0) return <EmptyState title={t('list.emptyAll')} actions={add} />
  return (
    <div className="results">
      <div className="results-head">
        <p className="results-sentence">{sentence}</p>
        <div className="actions">{add}</div>
      </div>
      <RecordTable
        record={record}
        rows={data.rows}
        caption={labels.record}
        without={[field]}
        order={order}
        isStale={isPlaceholderData}
        onSort={(by) => {
          setOrder(nextOrder(order, by))
          setTrail([])
        }}
      />
      <Pager
        place="Bottom"
        page={trail.length + 1}
        isFirst={trail.length === 0}
        hasPrevious={trail.length > 0}
        next={data.next}
        onFirst={() => setTrail([])}
        onPrevious={() => setTrail(trail.slice(0, -1))}
        onNext={(next) => setTrail([...trail, next])}
      />
    </div>
  )
}
