import { Loading, Notice, ProblemNotice, useModuleText, useRecord } from '@opendpf/admin'
import { persons } from '../../contract/index.js'
import { Comparison } from './comparison-view.js'

const { duplicate, person } = persons.records

/** Two entries side by side: `?pair=` names a stored pair, `?one=&other=` two persons somebody brought together. */
export function ComparePage({ params }: { readonly params: URLSearchParams }) {
  const say = useModuleText(persons.id)
  const pair = params.get('pair')
  const [one, other] = [params.get('one'), params.get('other')]
  if (pair) return <StoredPair id={pair} />
  if (!one || !other) return <Notice kind="warning" title={say('compare.missing')} />
  return <Two one={one} other={other} />
}

function StoredPair({ id }: { readonly id: string }) {
  const query = useRecord(duplicate, id)
  if (query.error) return <ProblemNotice error={query.error} />
  if (!query.data) return <Loading />
  const { fields } = query.data
  return <Two one={String(fields.person)} other={String(fields.other)} pair={{ id, state: String(fields.state) }} />
}

function Two({
  one,
  other,
  pair,
}: {
  readonly one: string
  readonly other: string
  readonly pair?: { readonly id: string; readonly state: string }
}) {
  const [left, right] = [useRecord(person, one), useRecord(person, other)]
  const error = left.error ?? right.error
  // an entry that was merged away is gone: what was compared stays in sight until the page is left
  if (error && !(left.data && right.data)) return <ProblemNotice error={error} />
  if (!left.data || !right.data) return <Loading lines={8} />
  return <Comparison left={left.data} right={right.data} {...(pair ? { pair } : {})} />
}
