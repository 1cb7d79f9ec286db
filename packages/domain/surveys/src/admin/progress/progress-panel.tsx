import {
  DataTable,
  EmptyState,
  Loading,
  ProblemNotice,
  Progress,
  SelectField,
  useApi,
  useDivisions,
  useModuleText,
} from '@opendpf/admin'
import { pathOf } from '@opendpf/kit'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { lostModes, type PlaceProgress, surveys } from '../../contract/index.js'
import { byTown, sumOf } from './by-town.js'

const { campaign } = surveys.records
const parts = ['listed', 'toDo', 'working', 'returned', 'done', 'checked'] as const

/** On the page of a campaign: how far towns and villages are, who was lost, and who is overdue. */
export function ProgressPanel({ id }: { readonly id: string }) {
  const say = useModuleText(surveys.id)
  const api = useApi()
  const { index } = useDivisions()
  const [level, setLevel] = useState<'town' | 'village'>('town')
  const query = useQuery({
    queryKey: ['surveys', 'progress', id],
    queryFn: () => api.get<{ readonly places: readonly PlaceProgress[] }>(`${pathOf(campaign)}/${id}/progress`),
  })
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const { places } = query.data
  if (places.length === 0) return <EmptyState title={say('progress.none')} />
  const all = sumOf(places)
  const rows = [
    ...(level === 'town' ? byTown(places) : places.map((place) => ({ ...sumOf([place]), code: place.division }))).map(
      (row) => ({
        ...row,
        name: index.nameOf(row.code),
      }),
    ),
    { ...all, code: 'all', name: say('progress.all') },
  ]
  return (
    <>
      <Progress label={say('progress.done')} done={all.done + all.checked} total={all.listed} />
      <SelectField
        id="survey-level"
        label={say('progress.level')}
        value={level}
        hasNoEmpty
        options={(['town', 'village'] as const).map((value) => ({ value, label: say(`progress.${value}`) }))}
        onChange={(next) => setLevel(next as 'town' | 'village')}
      />
      <DataTable
        caption={say('progress.caption')}
        rows={rows}
        keyOf={({ code }) => code}
        columns={[
          { id: 'place', label: say('progress.place'), isRowHeader: true, cell: ({ name }) => name },
          ...parts.map((part) => ({
            id: part,
            label: say(`progress.part.${part}`),
            isNumeric: true,
            cell: (row: (typeof rows)[number]) => row[part],
          })),
          {
            id: 'lost',
            label: say('progress.lost'),
            isNumeric: true,
            cell: ({ modes }) => lostModes.reduce((sum, mode) => sum + (modes[mode] ?? 0), 0),
          },
          { id: 'overdue', label: say('progress.overdue'), isNumeric: true, cell: ({ overdue }) => overdue },
        ]}
      />
    </>
  )
}
