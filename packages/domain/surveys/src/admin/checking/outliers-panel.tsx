import {
  AppLink,
  DataTable,
  Loading,
  Notice,
  ProblemNotice,
  recordHref,
  useApi,
  useDivisions,
  useLocale,
  useModuleText,
} from '@opendpf/admin'
import { pathOf } from '@opendpf/kit'
import { useQuery } from '@tanstack/react-query'
import { type Outliers, surveys } from '../../contract/index.js'

const { campaign, interview } = surveys.records

/** On the page of a campaign: which numbers to look at before their records are checked, each with the way to its record. */
export function OutliersPanel({ id }: { readonly id: string }) {
  const say = useModuleText(surveys.id)
  const locale = useLocale()
  const api = useApi()
  const { index } = useDivisions()
  const query = useQuery({
    queryKey: ['surveys', 'outliers', id],
    queryFn: () => api.get<Outliers>(`${pathOf(campaign)}/${id}/outliers`),
  })
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const { count, rows } = query.data
  if (count === 0) return <p className="hint">{say('outliers.none')}</p>
  return (
    <>
      <p>{say('outliers.lead')}</p>
      {count > rows.length && <Notice kind="info" title={say('outliers.more', { count, shown: rows.length })} />}
      <DataTable
        caption={say('outliers.caption')}
        rows={rows}
        keyOf={(row) => `${row.interview} ${row.question}`}
        columns={[
          {
            id: 'record',
            label: say('outliers.record'),
            isRowHeader: true,
            cell: (row) => (
              <AppLink to={recordHref(interview, row.interview)}>
                {`${index.nameOf(row.division)} ${row.number}`}
              </AppLink>
            ),
          },
          { id: 'question', label: say('conflict.question'), cell: ({ text }) => text[locale] },
          {
            id: 'reasons',
            label: say('outliers.reasons'),
            cell: ({ reasons }) => reasons.map((reason) => say(`outliers.reason.${reason}`)).join(' · '),
          },
        ]}
      />
    </>
  )
}
