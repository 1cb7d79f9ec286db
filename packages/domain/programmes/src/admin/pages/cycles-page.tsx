import {
  Button,
  EmptyState,
  Loading,
  Notice,
  ProblemNotice,
  RecordLink,
  SelectField,
  useList,
  useModuleText,
} from '@opendpf/admin'
import { useState } from 'react'
import { programmes, programmesId, unfrozenCycleStates } from '../../contract/index.js'
import { CycleSummaryPanel } from './cycle-summary.js'
import { useProgrammeName } from './use-programme-name.js'

const { cycle } = programmes.records
const working: ReadonlySet<unknown> = new Set(['computing', 'freezing'])

/** The workbench of cycles: those that are not frozen, with everything that stands between one and its approval. */
export function CyclesPage({ params }: { readonly params: URLSearchParams }) {
  const say = useModuleText(programmesId)
  const programmeName = useProgrammeName()
  const [chosen, setChosen] = useState(params.get('cycle') ?? '')
  const query = useList(cycle, { filters: { state: { any: unfrozenCycleStates } }, limit: 50 })
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const { rows } = query.data
  const row = rows.find(({ id }) => id === chosen) ?? rows[0]
  if (!row) return <EmptyState title={say('cycles.none')} />
  const nameOf = ({ fields }: (typeof rows)[number]) =>
    [programmeName(fields.programme), fields.month, say(`cycle.state.${fields.state}`)].join(' · ')
  return (
    <>
      <p className="page-lead">{say('cycles.lead')}</p>
      <SelectField
        id="cycle"
        label={say('cycles.choose')}
        value={row.id}
        hasNoEmpty
        isOptionalShown={false}
        options={rows.map((one) => ({ value: one.id, label: nameOf(one) }))}
        onChange={setChosen}
      />
      <p>
        <RecordLink record={cycle} id={row.id}>
          {say('cycles.open')}
        </RecordLink>
      </p>
      {working.has(row.fields.state) && (
        <Notice kind="info" title={say('cycles.working')}>
          <Button onPress={() => void query.refetch()}>{say('cycles.refresh')}</Button>
        </Notice>
      )}
      <CycleSummaryPanel key={`${row.id} ${row.version}`} id={row.id} />
    </>
  )
}
