import { useModuleText } from '@opendpf/admin'
import { eligibilityId, type PopulationPart, type PopulationRow } from '../contract/index.js'
import { VerdictChip } from '../showing/clause-tree.js'
import { MemberPages } from './member-pages.js'

/** The list behind a count of a population, page by page. */
export function MemberTable(props: { readonly scheme: string; readonly part: PopulationPart; readonly town: string }) {
  const { scheme, part, town } = props
  const say = useModuleText(eligibilityId)
  return (
    <MemberPages<PopulationRow>
      title={say(`part.${part}`)}
      path="/eligibility/population/rows"
      scheme={scheme}
      asked={{ part, town }}
      columns={[
        { id: 'verdict', label: say('population.verdict'), cell: ({ verdict }) => <VerdictChip verdict={verdict} /> },
        {
          id: 'receives',
          label: say('population.receives'),
          cell: ({ receives }) => say(receives ? 'population.received' : 'population.notReceived'),
        },
      ]}
    />
  )
}
