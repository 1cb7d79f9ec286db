import type { RecordAnswer } from '@opendpf/kit'
import { AppLink, LinkButton } from '../components/app-link.js'
import { EmptyState } from '../components/empty-state.js'
import { Icon } from '../components/icon.js'
import { Page } from '../components/page.js'
import { useText } from '../i18n/use-text.js'
import { StateChip } from '../jobs/state-chip.js'
import { PagedTable } from '../lists/paged-table.js'
import { formatInstant } from '../values/format-date.js'
import { readImport, underWay } from './import-model.js'

/** The imports of one's territory, newest first. */
export function ImportsPage() {
  const t = useText()
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
      <PagedTable
        list="imports"
        caption={t('import.title')}
        empty={<EmptyState icon="upload" title={t('import.empty')} />}
        isUnderWay={(row) => underWay.has(readImport(row).state)}
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
            cell: (row: RecordAnswer) => readImport(row).counts[name].toLocaleString('en-US'),
          })),
        ]}
      />
    </Page>
  )
}
