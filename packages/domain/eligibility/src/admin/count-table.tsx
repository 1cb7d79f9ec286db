import { DataTable, Section, useDivisions, useModuleText } from '@opendpf/admin'
import { eligibilityId, populationParts, type TownCount } from '../contract/index.js'

/** The counts of a scheme by town, with their sum. */
export function CountTable({ towns }: { readonly towns: readonly TownCount[] }) {
  const say = useModuleText(eligibilityId)
  const { index } = useDivisions()
  const sum = (part: (typeof populationParts)[number]) => towns.reduce((total, town) => total + town[part], 0)
  const total = Object.fromEntries(populationParts.map((part) => [part, sum(part)]))
  const rows = [
    ...towns.map((town) => ({
      name: town.town === null ? say('population.noTown') : index.nameOf(`${town.town}000`),
      counts: town,
    })),
    { name: say('population.total'), counts: total as unknown as TownCount },
  ]
  return (
    <Section title={say('population.counts')} isFlush>
      <DataTable
        caption={say('population.counts')}
        rows={rows}
        keyOf={({ name }) => name}
        columns={[
          { id: 'town', label: say('population.town'), isRowHeader: true, cell: ({ name }) => name },
          ...populationParts.map((part) => ({
            id: part,
            label: say(`part.${part}`),
            isNumeric: true,
            cell: ({ counts }: (typeof rows)[number]) => counts[part],
          })),
        ]}
      />
    </Section>
  )
}
