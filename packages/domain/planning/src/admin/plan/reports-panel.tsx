import {
  LinkButton,
  Loading,
  newHref,
  ProblemNotice,
  RecordTable,
  useCan,
  useList,
  useModuleText,
} from '@opendpf/admin'
import { permissionFor } from '@opendpf/kit'
import { planning } from '../../contract/index.js'

const { result } = planning.records
const shownAtMost = 50

interface Panel {
  readonly id: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** On the page of a town's share: what was reported on it, and the way to report more. */
export function SplitReports({ id, fields }: Panel) {
  return <Reports of="split" id={id} search={{ split: id, division: String(fields.division) }} />
}

/** On the page of an item: what was reported on it. A plan's own page leads to the form with its place. */
export function ItemReports({ id }: Panel) {
  return <Reports of="item" id={id} search={{ item: id }} />
}

function Reports(props: {
  readonly of: 'split' | 'item'
  readonly id: string
  readonly search: Readonly<Record<string, string>>
}) {
  const { of, id, search } = props
  const say = useModuleText(planning.id)
  const can = useCan()
  const { data, error } = useList(result, { filters: { [of]: { any: [id] } }, limit: shownAtMost })
  if (error) return <ProblemNotice error={error} />
  if (!data) return <Loading />
  return (
    <>
      {can(permissionFor(result, 'create')) && (
        <LinkButton to={newHref(result)} search={search}>
          {say('reports.add')}
        </LinkButton>
      )}
      {data.rows.length === 0 ? (
        <p>{say('reports.none')}</p>
      ) : (
        <RecordTable record={result} rows={data.rows} caption={say('reports.title')} isStale={false} />
      )}
    </>
  )
}
