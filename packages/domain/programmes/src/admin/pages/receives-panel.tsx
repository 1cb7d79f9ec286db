import {
  DataTable,
  EmptyState,
  formatYuan,
  Loading,
  ProblemNotice,
  RecordLink,
  useList,
  useModuleText,
} from '@opendpf/admin'
import { programmes, programmesId } from '../../contract/index.js'
import { useProgrammeName } from './use-programme-name.js'

const { enrolment, entitlement } = programmes.records
const recently = 12

/** On the page of a person: which programmes he receives since when, and what was granted lately. */
export function ReceivesPanel({ id }: { readonly id: string }) {
  const say = useModuleText(programmesId)
  const programmeOf = useProgrammeName()
  const person = { filters: { person: { any: [id] } }, limit: recently }
  const held = useList(enrolment, person)
  const granted = useList(entitlement, person)
  const error = held.error ?? granted.error
  if (error) return <ProblemNotice error={error} onRetry={() => void held.refetch()} />
  if (!held.data || !granted.data) return <Loading />
  if (held.data.rows.length === 0) return <EmptyState title={say('receives.none')} />
  return (
    <>
      <ul aria-label={say('receives.list')}>
        {held.data.rows.map((row) => (
          <li key={row.id}>
            <RecordLink record={enrolment} id={row.id}>
              {programmeOf(row.fields.programme)}
            </RecordLink>{' '}
            {say(`enrolment.state.${row.fields.state}`)}{' '}
            {say('receives.since', { month: String(row.fields.fromMonth) })}
          </li>
        ))}
      </ul>
      {granted.data.rows.length > 0 && (
        <DataTable
          caption={say('receives.granted')}
          rows={granted.data.rows}
          keyOf={(row) => row.id}
          columns={[
            {
              id: 'month',
              label: say('entitlement.month'),
              isRowHeader: true,
              cell: ({ fields }) => String(fields.month),
            },
            {
              id: 'programme',
              label: say('entitlement.programme'),
              cell: ({ fields }) => programmeOf(fields.programme),
            },
            {
              id: 'kind',
              label: say('entitlement.kind'),
              cell: ({ fields }) => say(`entitlement.kind.${fields.kind}`),
            },
            {
              id: 'amount',
              label: say('entitlement.amount'),
              isNumeric: true,
              cell: ({ fields }) => formatYuan(Number(fields.amount)),
            },
          ]}
        />
      )}
    </>
  )
}
