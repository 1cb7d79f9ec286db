import { DataTable, Section, SelectField, useDivisions, useModuleText } from '@opendpf/admin'
import { useState } from 'react'
import { eligibilityId, type SimulatedPart, type Simulation, simulatedParts } from '../contract/index.js'
import { MemberPages } from './member-pages.js'

/** Where somebody would enter or leave a scheme, and who: by town, and by name. */
export function SimulatedMembers(props: {
  readonly parameter: string
  readonly title: string
  readonly simulation: Simulation
}) {
  const { parameter, title, simulation } = props
  const { scheme, enter, towns } = simulation
  const say = useModuleText(eligibilityId)
  const { index } = useDivisions()
  const [part, setPart] = useState<SimulatedPart>(enter > 0 ? 'enter' : 'leave')
  const [town, setTown] = useState('')
  const nameOf = (code: string | null) => (code === null ? say('population.noTown') : index.nameOf(`${code}000`))
  const id = `simulated-${scheme.replace('.', '-')}`
  return (
    <Section title={title}>
      <DataTable
        caption={`${title}：${say('simulation.towns')}`}
        rows={towns}
        keyOf={(one) => one.town ?? ''}
        columns={[
          { id: 'town', label: say('population.town'), isRowHeader: true, cell: (one) => nameOf(one.town) },
          { id: 'enter', label: say('simulation.enter'), isNumeric: true, cell: (one) => one.enter },
          { id: 'leave', label: say('simulation.leave'), isNumeric: true, cell: (one) => one.leave },
        ]}
      />
      <div className="filter-row">
        <SelectField
          id={`${id}-part`}
          label={say('simulation.part')}
          value={part}
          onChange={(value) => setPart(value as SimulatedPart)}
          options={simulatedParts.map((value) => ({ value, label: say(`simulation.list.${value}`) }))}
          hasNoEmpty
        />
        <SelectField
          id={`${id}-town`}
          label={say('population.town')}
          value={town}
          onChange={setTown}
          emptyLabel={say('population.allTowns')}
          options={towns.flatMap((one) => (one.town === null ? [] : [{ value: one.town, label: nameOf(one.town) }]))}
        />
      </div>
      <MemberPages
        key={`${part} ${town}`}
        title={`${title}：${say(`simulation.list.${part}`)}`}
        path="/eligibility/simulation/rows"
        scheme={scheme}
        asked={{ parameter, part, town }}
      />
    </Section>
  )
}
