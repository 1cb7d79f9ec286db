import { Loading, ProblemNotice, RecordTable, useCan, useList, useModuleText } from '@opendpf/admin'
import { type Filter, type PlacedRecord, permissionFor } from '@opendpf/kit'
import { persons } from '@opendpf/persons'
import { rehab, rehabNeeds } from '../contract/index.js'

const { file, service, fitting } = rehab.records
/** How many rows of a kind stand on the page of a person; the rest are behind its tabs. */
const shownAtMost = 5

/** On the page of a person: what he needs, whether he has a file, what was done, and which devices he has. */
export function RehabPanel({ id }: { readonly id: string }) {
  const say = useModuleText(rehab.id)
  const own = { person: { any: [id] } }
  return (
    <>
      <Part record={persons.records.need} title={say('panel.needs')} filters={{ ...own, kind: { any: rehabNeeds } }} />
      <Part record={file} title={say('panel.files')} filters={own} />
      <Part record={service} title={say('panel.services')} filters={own} />
      <Part
        record={fitting}
        title={say('panel.devices')}
        filters={{ ...own, state: { any: ['assessed', 'issued'] } }}
      />
    </>
  )
}

/** The latest rows of one kind, for whoever may read them. */
function Part(props: {
  readonly record: PlacedRecord
  readonly title: string
  readonly filters: Readonly<Record<string, Filter>>
}) {
  const { record, title, filters } = props
  const say = useModuleText(rehab.id)
  const isReadable = useCan()(permissionFor(record, 'read'))
  const { data, error, refetch } = useList(record, { filters, limit: shownAtMost }, isReadable)
  if (!isReadable) return null
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {error ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : data.rows.length === 0 ? (
        <p>{say('panel.none')}</p>
      ) : (
        <RecordTable record={record} rows={data.rows} caption={title} without={['person', 'clientName']} />
      )}
    </section>
  )
}
