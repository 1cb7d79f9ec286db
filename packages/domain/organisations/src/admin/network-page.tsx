import {
  DivisionTree,
  EmptyState,
  LinkButton,
  Loading,
  listHref,
  ProblemNotice,
  RecordTable,
  Section,
  useDivisions,
  useList,
  useModuleText,
} from '@opendpf/admin'
import { useState } from 'react'
import { organisations } from '../contract/index.js'

const { organisation } = organisations.records
const shownAtMost = 50

/** The network by division: a tree of divisions, and the organisations of the one that is chosen. */
export function NetworkPage({ params }: { readonly params: URLSearchParams }) {
  const say = useModuleText(organisations.id)
  const [chosen, setChosen] = useState(params.get('within') ?? '')
  return (
    <div className="detail">
      <div className="detail-main">
        {chosen === '' ? <EmptyState title={say('network.choose')} /> : <OrganisationsOf division={chosen} />}
      </div>
      <div className="detail-aside">
        <Section title={say('network.divisions')}>
          <DivisionTree label={say('network.divisions')} selected={chosen} onSelect={setChosen} />
        </Section>
      </div>
    </div>
  )
}

function OrganisationsOf({ division }: { readonly division: string }) {
  const say = useModuleText(organisations.id)
  const name = useDivisions().index.nameOf(division)
  const query = useList(organisation, { filters: {}, within: division, limit: shownAtMost })
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const { rows, total } = query.data
  if (rows.length === 0) return <EmptyState title={say('network.none', { division: name })} />
  return (
    <Section title={name} isFlush>
      <RecordTable
        record={organisation}
        rows={rows}
        caption={say('network.caption', { division: name })}
        isStale={query.isPlaceholderData}
      />
      <div className="actions">
        <span className="hint">{say(total.isExact ? 'network.all' : 'network.moreThan', { count: total.value })}</span>
        <LinkButton to={listHref(organisation)} search={{ within: division }}>
          {say('network.open')}
        </LinkButton>
      </div>
    </Section>
  )
}
