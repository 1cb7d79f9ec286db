import {
  DataTable,
  formatYuan,
  Loading,
  ProblemNotice,
  useAdmin,
  useApi,
  useLocale,
  useModuleText,
} from '@opendpf/admin'
import { useQuery } from '@tanstack/react-query'
import { bookOf, eligibilityId, type Simulation } from '../contract/index.js'
import { SimulatedMembers } from './simulated-members.js'

/** On the page of a draft: who would enter and leave, and what a month would cost, before anybody puts it in force. */
export function SimulationPanel(props: {
  readonly id: string
  readonly version: number
  readonly fields: Readonly<Record<string, unknown>>
}) {
  const { id, version, fields } = props
  const say = useModuleText(eligibilityId)
  const locale = useLocale()
  const api = useApi()
  const { registry } = useAdmin()
  const isDraft = fields.state === 'draft'
  const query = useQuery({
    queryKey: ['eligibility', 'simulation', id, version],
    enabled: isDraft,
    queryFn: () =>
      api.get<{ readonly simulations: readonly Simulation[] }>(
        `/eligibility/simulation?parameter=${encodeURIComponent(id)}`,
      ),
  })
  if (!isDraft) return <p>{say('simulation.onlyDrafts')}</p>
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const { simulations } = query.data
  if (simulations.length === 0) return <p>{say('simulation.unused')}</p>
  const yuan = (fen: number | null) => (fen === null ? '—' : formatYuan(fen))
  const titleOf = (scheme: string) => bookOf(registry).schemes.get(scheme)?.title[locale] ?? scheme
  return (
    <>
      <DataTable
        caption={say('panel.simulation')}
        rows={simulations}
        keyOf={({ scheme }) => scheme}
        columns={[
          {
            id: 'scheme',
            label: say('population.scheme'),
            isRowHeader: true,
            cell: ({ scheme }) => titleOf(scheme),
          },
          { id: 'before', label: say('simulation.before'), isNumeric: true, cell: ({ before }) => before },
          { id: 'after', label: say('simulation.after'), isNumeric: true, cell: ({ after }) => after },
          { id: 'enter', label: say('simulation.enter'), isNumeric: true, cell: ({ enter }) => enter },
          { id: 'leave', label: say('simulation.leave'), isNumeric: true, cell: ({ leave }) => leave },
          {
            id: 'costBefore',
            label: say('simulation.costBefore'),
            isNumeric: true,
            cell: ({ costBefore }) => yuan(costBefore),
          },
          {
            id: 'costAfter',
            label: say('simulation.costAfter'),
            isNumeric: true,
            cell: ({ costAfter }) => yuan(costAfter),
          },
        ]}
      />
      {simulations
        .filter(({ enter, leave }) => enter + leave > 0)
        .map((simulation) => (
          <SimulatedMembers
            key={simulation.scheme}
            parameter={id}
            title={titleOf(simulation.scheme)}
            simulation={simulation}
          />
        ))}
    </>
  )
}
