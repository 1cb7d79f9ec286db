import type { PlacedRecord, RecordAnswer } from '@opendpf/kit'
import { fieldMeta, hasDocuments, parentField, permissionFor } from '@opendpf/kit'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { Button } from '../components/button.js'
import { Chip } from '../components/chip.js'
import { Loading } from '../components/loading.js'
import { Notice } from '../components/notice.js'
import { Page } from '../components/page.js'
import { ProblemNotice } from '../components/problem-notice.js'
import type { TabItem } from '../components/tabs.js'
import { Tabs } from '../components/tabs.js'
import { DocumentsTab } from '../documents/documents-tab.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import { findRecord } from '../routing/links.js'
import { useCan } from '../session/me.js'
import { NotFoundPage } from '../shell/not-found-page.js'
import { formatInstant } from '../values/format-date.js'
import { toneOf } from '../values/state-tone.js'
import { ProgressTab } from '../workflow/progress-tab.js'
import { AccessTab } from './access-tab.js'
import { childTabs } from './child-tabs.js'
import { DetailActions } from './detail-actions.js'
import { DetailPanels } from './detail-panels.js'
import { DetailSections } from './detail-sections.js'
import { HistoryTab } from './history-tab.js'
import { parentCrumbs } from './parent-crumb.js'
import { useRecord } from './use-records.js'

/** One row of any record type: its fields, its children, its history, and what can be done with it. */
export function DetailPage() {
  const {
    module = '',
    plural = '',
    id = '',
  } = useParams({ strict: false }) as { readonly module?: string; readonly plural?: string; readonly id?: string }
  const { registry } = useAdmin()
  const can = useCan()
  const record = findRecord(registry, module, plural)
  if (!record || !can(permissionFor(record, 'read'))) return <NotFoundPage />
  return <DetailLoader key={`${record.ref}:${id}`} record={record} id={id} />
}

/** The end of the day in Shanghai: what held when the office closed. */
function endOfDay(date: string): string {
  return `${date}T23:59:59.999+08:00`
}

function DetailLoader({ record, id }: { readonly record: PlacedRecord; readonly id: string }) {
  const labels = useLabels(record)
  const search = useSearch({ strict: false }) as { readonly asOf?: string }
  const { data, error, refetch } = useRecord(record, id, search.asOf && endOfDay(search.asOf))
  if (data) return <Detail record={record} row={data} asOf={search.asOf} />
  return (
    <Page title={labels.record} isWaiting={!error}>
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <Loading lines={6} />}
    </Page>
  )
}

function Detail({
  record,
  row,
  asOf,
}: {
  readonly record: PlacedRecord
  readonly row: RecordAnswer
  readonly asOf: string | undefined
}) {
  const t = useText()
  const labels = useLabels(record)
  const can = useCan()
  const { registry } = useAdmin()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { readonly tab?: string }
  const [revealed, setRevealed] = useState<Readonly<Record<string, unknown>>>({})
  const mayHistory = can(permissionFor(record, 'history'))
  const tabs: TabItem[] = [
    {
      id: 'details',
      label: t('record.details'),
      content: () => (
        <div className="detail">
          <DetailSections
            record={record}
            row={row}
            revealed={revealed}
            onReveal={setRevealed}
            asOf={asOf && endOfDay(asOf)}
          />
          <DetailPanels record={record} row={row} />
        </div>
      ),
    },
    ...(record.workflow && asOf === undefined
      ? [{ id: 'progress', label: t('workflow.tab'), content: () => <ProgressTab record={record} id={row.id} /> }]
      : []),
    ...(hasDocuments(record) && can(permissionFor(record, 'print')) && asOf === undefined
      ? [{ id: 'documents', label: t('document.tab'), content: () => <DocumentsTab record={record} id={row.id} /> }]
      : []),
    ...(asOf === undefined
      ? childTabs({ registry, record, row, can, text: registry.text, locale: labels.locale })
      : []),
    ...(mayHistory
      ? [
          { id: 'history', label: t('record.history'), content: () => <HistoryTab record={record} id={row.id} /> },
          { id: 'access', label: t('record.access'), content: () => <AccessTab record={record} id={row.id} /> },
        ]
      : []),
  ]
  const selected = tabs.some((tab) => tab.id === search.tab) ? (search.tab ?? 'details') : 'details'
  const state = record.workflow ? row.fields[record.workflow.field] : undefined
  const crumbs = parentCrumbs({ registry, record, row, locale: labels.locale })
  return (
    <Page
      title={headingOf(record, labels.title(row.title), labels.record)}
      mark={
        record.workflow &&
        typeof state === 'string' && (
          <Chip tone={toneOf(record.workflow, state)}>{labels.choice(record.workflow.field, state)}</Chip>
        )
      }
      crumbs={[{ to: '/', label: t('shell.home') }, ...crumbs]}
      lead={
        <p className="meta">
          <span>{labels.record}</span>
          <span>{t('record.version', { version: row.version })}</span>
          <span className="tabular">{t('record.recorded', { time: formatInstant(row.recordedAt) })}</span>
        </p>
      }
      actions={asOf === undefined && <DetailActions record={record} row={row} />}
    >
      {asOf !== undefined && (
        <Notice
          kind="warning"
          actions={
            <Button onPress={() => void navigate({ to: '.', search: {} as never })}>{t('record.asOfNow')}</Button>
          }
        >
          {t('record.asOfNotice', { date: asOf })}
        </Notice>
      )}
      <Tabs
        label={t('record.tabs', { what: labels.title(row.title) })}
        tabs={tabs}
        selected={selected}
        onSelect={(tab) =>
          void navigate({ to: '.', search: { ...search, tab } as never, replace: true, resetScroll: false })
        }
      />
    </Page>
  )
}

/** A name stands alone; a date, a year or the name of what a row belongs to says what it is of. */
function headingOf(record: PlacedRecord, title: string, what: string): string {
  const { kind } = fieldMeta(record, record.title)
  return (kind === 'name' || kind === 'text') && parentField(record) === undefined ? title : `${what} ${title}`
}
