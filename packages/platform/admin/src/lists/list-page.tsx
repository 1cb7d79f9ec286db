import type { PlacedRecord } from '@opendpf/kit'
import { hasDocuments, permissionFor } from '@opendpf/kit'
import { useParams } from '@tanstack/react-router'
import { useAdmin } from '../app/admin-context.js'
import { LinkButton } from '../components/app-link.js'
import { Icon } from '../components/icon.js'
import { Notice } from '../components/notice.js'
import { Page } from '../components/page.js'
import { BatchButton } from '../documents/batch-button.js'
import { ExportButton } from '../exports/export-button.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import { findRecord, newHref } from '../routing/links.js'
import { useMay } from '../session/may.js'
import { useCan } from '../session/me.js'
import { NotFoundPage } from '../shell/not-found-page.js'
import { ListFilters } from './list-filters.js'
import { ListResults } from './list-results.js'
import { useListState } from './list-state.js'

/** The list of any record type, drawn from its contract. */
export function ListPage() {
  const { module = '', plural = '' } = useParams({ strict: false }) as {
    readonly module?: string
    readonly plural?: string
  }
  const { registry } = useAdmin()
  const can = useCan()
  const record = findRecord(registry, module, plural)
  if (!record || !can(permissionFor(record, 'read'))) return <NotFoundPage />
  return <RecordListPage key={record.ref} record={record} />
}

function RecordListPage({ record }: { readonly record: PlacedRecord }) {
  const t = useText()
  const labels = useLabels(record)
  const can = useCan()
  const list = useListState(record)
  const may = useMay(record)
  return (
    <Page
      title={labels.record}
      crumbs={[{ to: '/', label: t('shell.home') }]}
      actions={
        <>
          {may('create') && (
            <LinkButton to={newHref(record)} look="primary">
              <Icon name="plus" />
              {t('record.new', { what: labels.record })}
            </LinkButton>
          )}
          {may('import') && (
            <LinkButton to="/imports/new" search={{ kind: record.ref }}>
              <Icon name="upload" />
              {t('list.import')}
            </LinkButton>
          )}
          {may('export') && <ExportButton record={record} query={list.query} />}
          {hasDocuments(record) && can(permissionFor(record, 'print')) && (
            <BatchButton record={record} query={list.query} />
          )}
        </>
      }
    >
      {list.isInvalid && <Notice kind="warning">{t('list.invalid')}</Notice>}
      <ListFilters record={record} query={list.query} onAsk={list.ask} />
      <ListResults record={record} list={list} />
    </Page>
  )
}
