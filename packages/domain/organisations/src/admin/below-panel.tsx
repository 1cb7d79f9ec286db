import { Loading, ProblemNotice, RecordLink, useLabels, useList, useModuleText } from '@opendpf/admin'
import { organisations } from '../contract/index.js'

const { organisation } = organisations.records
const shownAtMost = 100

/** On an organisation's page: what hangs under it. */
export function BelowPanel({ id }: { readonly id: string }) {
  const say = useModuleText(organisations.id)
  const labels = useLabels(organisation)
  const { data, error } = useList(organisation, { filters: { parent: { any: [id] } }, limit: shownAtMost })
  if (error) return <ProblemNotice error={error} />
  if (!data) return <Loading />
  if (data.rows.length === 0) return <p>{say('network.noBelow')}</p>
  return (
    <ul>
      {data.rows.map((row) => (
        <li key={row.id}>
          <RecordLink record={organisation} id={row.id}>
            {row.title}
          </RecordLink>
          {'·'} {labels.choice('type', String(row.fields.type))}
        </li>
      ))}
    </ul>
  )
}
