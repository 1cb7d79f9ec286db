import { permissionFor } from '@opendpf/kit'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { AppLink } from '../components/app-link.js'
import { Button } from '../components/button.js'
import { DataTable } from '../components/data-table.js'
import { EmptyState } from '../components/empty-state.js'
import { Icon } from '../components/icon.js'
import { Loading } from '../components/loading.js'
import { Notice } from '../components/notice.js'
import { Page } from '../components/page.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { Progress } from '../components/progress.js'
import { ChoiceField } from '../fields/choice-field.js'
import { labelsOf } from '../i18n/labels.js'
import { useLocale, useText } from '../i18n/use-text.js'
import { useJob } from '../jobs/use-job.js'
import { actionText } from '../records/history-version.js'
import { recordHref } from '../routing/links.js'
import { useCan } from '../session/me.js'
import { formatInstant } from '../values/format-date.js'

interface AuditEntry {
  readonly seq: number
  readonly at: string
  readonly actorName: string
  readonly action: string
  readonly record: string
  readonly recordId: string
  readonly version: number
  readonly hash: string
}

interface AuditAnswer {
  readonly entries: readonly AuditEntry[]
  readonly next?: string
}

/** The audit log: who wrote what when, each entry chained to the one before. */
export function AuditPage() {
  const t = useText()
  const { api, registry } = useAdmin()
  const locale = useLocale()
  const can = useCan()
  const [kind, setKind] = useState('')
  const query = useInfiniteQuery({
    queryKey: ['audit', kind],
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const params = new URLSearchParams({
        ...(pageParam ? { cursor: pageParam } : {}),
        ...(kind ? { record: kind } : {}),
      }).toString()
      return api.get<AuditAnswer>(`/system/audit${params ? `?${params}` : ''}`)
    },
    getNextPageParam: (last) => last.next,
  })
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? []
  const labels = (ref: string) => {
    const record = registry.records.get(ref)
    return record ? { record, labels: labelsOf(registry, record, locale) } : undefined
  }
  return (
    <Page title={t('audit.title')} lead={<p>{t('audit.lead')}</p>} crumbs={[{ to: '/', label: t('shell.home') }]}>
      <div className="filter-row">
        <ChoiceField
          id="audit-record"
          label={t('audit.filterRecord')}
          value={kind}
          emptyLabel={t('common.all')}
          options={[...registry.records.values()].map((record) => ({
            value: record.ref,
            label: registry.text(record.module, locale, record.name),
          }))}
          onChange={setKind}
        />
      </div>
      <Verify />
      {query.error && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {query.data && entries.length === 0 && <EmptyState icon="history" title={t('audit.empty')} />}
      {entries.length > 0 && (
        <DataTable
          caption={t('audit.title')}
          rows={entries}
          keyOf={(entry) => `${entry.seq}:${entry.hash}`}
          columns={[
            { id: 'seq', label: t('audit.seq'), isNumeric: true, isRowHeader: true, cell: (entry) => entry.seq },
            {
              id: 'at',
              label: t('common.time'),
              cell: (entry) => <span className="tabular">{formatInstant(entry.at)}</span>,
            },
            { id: 'actor', label: t('common.actor'), cell: (entry) => entry.actorName },
            {
              id: 'action',
              label: t('audit.action'),
              cell: (entry) => {
                const known = labels(entry.record)
                return actionText(entry.action, known?.record, known?.labels, t)
              },
            },
            {
              id: 'record',
              label: t('audit.record'),
              cell: (entry) => {
                const known = labels(entry.record)
                return known && can(permissionFor(known.record, 'read')) ? (
                  <AppLink
                    to={recordHref(known.record, entry.recordId)}
                  >{`${known.labels.record} ${entry.recordId}`}</AppLink>
                ) : (
                  `${known?.labels.record ?? entry.record} ${entry.recordId}`
                )
              },
            },
            {
              id: 'hash',
              label: t('audit.hash'),
              cell: (entry) => <code className="hash">{entry.hash.slice(0, 16)}</code>,
            },
          ]}
        />
      )}
      {query.hasNextPage && (
        <div className="actions">
          <Button isBusy={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {t('audit.more')}
          </Button>
        </div>
      )}
    </Page>
  )
}

function Verify() {
  const t = useText()
  const { api } = useAdmin()
  const [job, setJob] = useState<string>()
  const [error, setError] = useState<unknown>()
  const { data, error: jobError } = useJob(job)
  const start = async () => {
    setError(undefined)
    try {
      setJob((await api.post<{ readonly job: string }>('/system/audit/verify')).job)
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <div className="stack verify">
      <Button isBusy={job !== undefined && data?.isOver !== true && !jobError} onPress={() => void start()}>
        <Icon name="lock" />
        {t('audit.verify')}
      </Button>
      {(error ?? jobError) != null && <ProblemNotice error={error ?? jobError} />}
      {data && !data.isOver && <Progress label={t('audit.verifying')} done={data.done} total={data.total} />}
      {data?.isOver && (
        <Notice
          kind={data.state === 'done' ? 'success' : 'error'}
          isAlert
          title={data.state === 'done' ? t('audit.verified') : t('job.state.failed')}
        >
          {data.message}
        </Notice>
      )}
    </div>
  )
}
