import type { ListAnswer } from '@opendpf/kit'
import { useQuery } from '@tanstack/react-query'
import { useAdmin } from '../app/admin-context.js'
import { AppLink, LinkButton } from '../components/app-link.js'
import { DataTable } from '../components/data-table.js'
import { EmptyState } from '../components/empty-state.js'
import { Icon } from '../components/icon.js'
import { Loading } from '../components/loading.js'
import { Page } from '../components/page.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { useText } from '../i18n/use-text.js'
import { StateChip } from '../jobs/state-chip.js'
import { formatInstant } from '../values/format-date.js'
import { readImport } from './import-model.js'

/** The imports of one's territory, newest first. */
export function ImportsPage() {
  const t = useText()
  const { api } = useAdmin()
  const { data, error, refetch } = useQuery({
    queryKey: ['imports'],
    queryFn: () => api.get<ListAnswer>('/system/imports'),
  })
  const start = (
    <LinkButton to="/imports/new" look="primary">
      <Icon name="upload" />
      {t('import.new')}
    </LinkButton>
  )
  return (
    <Page
      title={t('import.title')}
      lead={<p>{t('import.lead')}</p>}
      crumbs={[{ to: '/', label: t('shell.home') }]}
      actions={start}
    >
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.rows.length === 0 && <EmptyState icon="upload" title={t('import.empty')} />}
      {data && data.rows.length > 0 && (
        <DataTable
          caption={t('import.title')}
          rows={data.rows}
          keyOf={(row) => row.id}
          columns={[
            {
              id: 'file',
              label: t('import.fileName'),
              cell: (row) => (
                <AppLink to={`/imports/${row.id}`} className="row-link">
                  {readImport(row).fileName}
                </AppLink>
              ),
            },
            {
              id: 'time',
              label: t('import.when'),
              cell: (row) => <span className="tabular">{formatInstant(row.recordedAt)}</span>,
            },
            {
              id: 'state',
              label: t('common.state'),
              cell: (row) => <StateChip of="import" state={readImport(row).state} />,
            },
            ...(['rows', 'creates', 'updates'] as const).map((name) => ({
              id: name,
              label: t(`import.${name}`),
              isNumeric: true,
              cell: (row: (typeof data.rows)[number]) => readImport(row).counts[name].toLocaleString('en-US'),
            })),
          ]}
        />
      )}
    </Page>
  )
}
