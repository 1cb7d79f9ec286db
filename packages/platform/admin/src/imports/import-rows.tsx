import { useInfiniteQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { Button } from '../components/button.js'
import { DataTable } from '../components/data-table.js'
import { EmptyState } from '../components/empty-state.js'
import { Loading } from '../components/loading.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { Section } from '../components/section.js'
import { RadioField } from '../fields/group-fields.js'
import { useText } from '../i18n/use-text.js'
import type { PlannedRow } from './import-model.js'
import { rowsKey } from './import-model.js'

const kinds = ['problems', 'warnings', 'changes'] as const
type Kind = (typeof kinds)[number]

/** The rows of an import that need a look: where in the sheet, what stands there, what it was read as, and what is wrong. */
export function ImportRows({ id, problems }: { readonly id: string; readonly problems: number }) {
  const t = useText()
  const { api } = useAdmin()
  const fieldId = useId()
  const [only, setOnly] = useState<Kind>(problems > 0 ? 'problems' : 'changes')
  const query = useInfiniteQuery({
    queryKey: [...rowsKey(id), only],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      api.get<{ readonly rows: readonly PlannedRow[]; readonly next?: string }>(
        `/system/imports/${encodeURIComponent(id)}/rows?only=${only}${pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : ''}`,
      ),
    getNextPageParam: (last) => last.next,
  })
  const lines = (query.data?.pages.flatMap((page) => page.rows) ?? []).flatMap((row) => linesOf(row, only))
  return (
    <Section title={t('import.problems')}>
      <div className="results">
        <RadioField
          id={fieldId}
          label={t('import.only')}
          value={only}
          onChange={(value) => setOnly(value as Kind)}
          options={kinds.map((value) => ({ value, label: t(`import.only.${value}`) }))}
        />
        {query.error && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
        {query.isPending && <Loading />}
        {query.data && lines.length === 0 && (
          <EmptyState icon="check" title={only === 'problems' ? t('import.noProblems') : t('import.noRows')} />
        )}
        {lines.length > 0 && (
          <DataTable
            caption={t(`import.only.${only}`)}
            rows={lines}
            keyOf={(line) => line.key}
            columns={[
              { id: 'row', label: t('import.row'), isNumeric: true, isRowHeader: true, cell: (line) => line.row },
              { id: 'column', label: t('import.column'), cell: (line) => line.heading },
              { id: 'value', label: t('import.value'), cell: (line) => <span className="tabular">{line.value}</span> },
              { id: 'understood', label: t('import.understood'), cell: (line) => line.understood },
              { id: 'message', label: t('import.message'), cell: (line) => line.message },
              { id: 'outcome', label: t('import.outcome'), cell: (line) => t(`import.outcome.${line.outcome}`) },
            ]}
          />
        )}
        {query.hasNextPage && (
          <div className="actions">
            <Button isBusy={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
              {t('list.next')}
            </Button>
          </div>
        )}
      </div>
    </Section>
  )
}

/** One line per problem or remark; where changes are asked for, one per change. */
function linesOf(row: PlannedRow, only: Kind) {
  const base = { row: row.row, outcome: row.outcome }
  const key = (kind: string, index: number) => `${row.sheet}:${row.row}:${kind}${index}`
  if (only === 'changes') {
    return row.changes.map((change, index) => ({
      ...base,
      key: key('c', index),
      heading: change.label,
      value: String(change.before ?? '—'),
      understood: String(change.after ?? '—'),
      message: '—',
    }))
  }
  return row[only].map((remark, index) => ({
    ...base,
    key: key(only, index),
    heading: remark.heading ?? '—',
    value: remark.value ?? '—',
    understood: remark.understoodAs ?? '—',
    message: remark.message,
  }))
}
