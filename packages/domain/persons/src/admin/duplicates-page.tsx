import {
  Button,
  DataTable,
  EmptyState,
  LinkButton,
  Loading,
  ProblemNotice,
  pageHref,
  showToast,
  useApi,
  useCan,
  useList,
  useModuleText,
} from '@opendpf/admin'
import type { RecordAnswer } from '@opendpf/kit'
import { type DuplicateRule, persons } from '../contract/index.js'

const { duplicate } = persons.records
const shownAtMost = 50

/** Pairs that nobody has decided on yet, the most similar first. */
export function DuplicatesPage() {
  const say = useModuleText(persons.id)
  const api = useApi()
  const can = useCan()
  const query = useList(duplicate, {
    filters: { state: { any: ['open'] } },
    order: { by: 'score', direction: 'descending' },
    limit: shownAtMost,
  })
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const { rows, total } = query.data
  const scan = async () => {
    await api.post('/persons/duplicates/scan')
    showToast(say('duplicates.scanStarted'))
  }
  const scanButton = can('persons:duplicate.decide') ? (
    <Button onPress={() => void scan()}>{say('duplicates.scan')}</Button>
  ) : null
  if (rows.length === 0) return <EmptyState icon="check" title={say('duplicates.empty')} actions={scanButton} />
  const count = total.isExact ? String(total.value) : say('duplicates.moreThan', { count: total.value })
  return (
    <>
      <p className="page-lead">{say('duplicates.lead')}</p>
      <DataTable
        caption={say('duplicates.caption')}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          { id: 'person', label: say('duplicate.person'), isRowHeader: true, cell: nameOf },
          { id: 'other', label: say('duplicate.otherName'), cell: ({ fields }) => String(fields.otherName) },
          {
            id: 'rules',
            label: say('duplicate.rules'),
            cell: ({ fields }) =>
              rulesOf(fields)
                .map((rule) => say(`duplicate.rule.${rule}`))
                .join('；'),
          },
          { id: 'score', label: say('duplicate.score'), isNumeric: true, cell: ({ fields }) => String(fields.score) },
          {
            id: 'compare',
            label: say('duplicates.compare'),
            cell: (row) => (
              <LinkButton to={pageHref(persons.id, 'compare')} search={{ pair: row.id }}>
                {say('duplicates.compare')}
                <span className="vh">
                  {say('duplicates.compareNames', { one: nameOf(row), other: String(row.fields.otherName) })}
                </span>
              </LinkButton>
            ),
          },
        ]}
      />
      <p className="hint">{say('duplicates.shown', { shown: rows.length, total: count })}</p>
      <div className="actions">{scanButton}</div>
    </>
  )
}

function nameOf({ labels, fields }: RecordAnswer): string {
  return labels.person ?? String(fields.person)
}

function rulesOf(fields: RecordAnswer['fields']): readonly DuplicateRule[] {
  return (fields.rules ?? []) as readonly DuplicateRule[]
}
