import {
  EmptyState,
  Loading,
  ProblemNotice,
  SelectField,
  useApi,
  useDivisions,
  useLocale,
  useModuleText,
} from '@opendpf/admin'
import type { Texts } from '@opendpf/messages'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { eligibilityId, type PopulationPart, populationParts, type TownCount } from '../contract/index.js'
import { CountTable } from './count-table.js'
import { MemberTable } from './member-table.js'

interface SchemeEntry {
  readonly name: string
  readonly title: Texts
  readonly basis: string
}

/** Who qualifies for a scheme, who receives it without qualifying and who qualifies without receiving it: counts by town and the lists behind. */
export function PopulationPage({ params }: { readonly params: URLSearchParams }) {
  const say = useModuleText(eligibilityId)
  const locale = useLocale()
  const api = useApi()
  const [scheme, setScheme] = useState(params.get('scheme') ?? '')
  const query = useQuery({
    queryKey: ['eligibility', 'schemes'],
    queryFn: () => api.get<{ readonly schemes: readonly SchemeEntry[] }>('/eligibility/schemes'),
  })
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const { schemes } = query.data
  const chosen = schemes.find(({ name }) => name === scheme) ?? schemes[0]
  if (!chosen) return <EmptyState title={say('population.noSchemes')} />
  return (
    <>
      <p className="page-lead">{say('population.lead')}</p>
      <SelectField
        id="eligibility-scheme"
        label={say('population.scheme')}
        value={chosen.name}
        onChange={setScheme}
        options={schemes.map(({ name, title }) => ({ value: name, label: title[locale] }))}
        hasNoEmpty
      />
      <Population key={chosen.name} scheme={chosen.name} />
    </>
  )
}

function Population({ scheme }: { readonly scheme: string }) {
  const say = useModuleText(eligibilityId)
  const api = useApi()
  const { index } = useDivisions()
  const [part, setPart] = useState<PopulationPart>('missing')
  const [town, setTown] = useState('')
  const query = useQuery({
    queryKey: ['eligibility', 'population', scheme],
    queryFn: () =>
      api.get<{ readonly towns: readonly TownCount[] }>(`/eligibility/population?scheme=${encodeURIComponent(scheme)}`),
  })
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const { towns } = query.data
  const named = towns.flatMap((one) => (one.town === null ? [] : [one.town]))
  return (
    <>
      <CountTable towns={towns} />
      <SelectField
        id="eligibility-part"
        label={say('population.part')}
        value={part}
        onChange={(value) => setPart(value as PopulationPart)}
        options={populationParts.map((value) => ({ value, label: say(`part.${value}`) }))}
        hasNoEmpty
      />
      <SelectField
        id="eligibility-town"
        label={say('population.town')}
        value={town}
        onChange={setTown}
        emptyLabel={say('population.allTowns')}
        options={named.map((value) => ({ value, label: index.nameOf(`${value}000`) }))}
      />
      <MemberTable key={`${part} ${town}`} scheme={scheme} part={part} town={town} />
    </>
  )
}
