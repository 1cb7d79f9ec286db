import { DataTable, FieldValue, useLabels, useModuleText } from '@opendpf/admin'
import type { RecordAnswer } from '@opendpf/kit'
import { persons } from '../../contract/index.js'
import { type ComparedField, type Side, sideOf } from './comparison.js'

const { person } = persons.records

export interface FieldsTableProps {
  readonly left: RecordAnswer
  readonly right: RecordAnswer
  readonly compared: readonly ComparedField[]
  readonly keep: Side
  readonly chosen: Readonly<Record<string, Side>>
  readonly isShort: boolean
  readonly onChoose: (field: string, side: Side) => void
}

/** Both entries, a field in each line, with the value that the merge takes. */
export function FieldsTable({ left, right, compared, keep, chosen, isShort, onChoose }: FieldsTableProps) {
  const say = useModuleText(persons.id)
  const labels = useLabels(person)
  const rows = isShort ? compared.filter(({ difference }) => difference !== 'same') : compared
  if (rows.length === 0) return <p>{say('compare.noDifference')}</p>
  const sides = [
    { side: 'left', label: say('compare.one') },
    { side: 'right', label: say('compare.other') },
  ] as const
  return (
    <DataTable
      caption={say('compare.fields')}
      rows={rows}
      keyOf={({ field }) => field}
      columns={[
        { id: 'field', label: say('compare.field'), isRowHeader: true, cell: ({ field }) => labels.field(field) },
        {
          id: 'left',
          label: say('compare.left'),
          cell: ({ field }) => <FieldValue record={person} field={field} row={left} isPlain />,
        },
        {
          id: 'right',
          label: say('compare.right'),
          cell: ({ field }) => <FieldValue record={person} field={field} row={right} isPlain />,
        },
        {
          id: 'take',
          label: say('compare.take'),
          cell: (one) => {
            if (one.difference === 'same') return say('compare.same')
            if (one.difference !== 'different') return say('compare.filled')
            const taken = sideOf(one, keep, chosen[one.field])
            return (
              <fieldset className="group">
                <legend className="vh">{say('compare.takeOf', { field: labels.field(one.field) })}</legend>
                <div className="group-options">
                  {sides.map(({ side, label }) => (
                    <label className="option" key={side}>
                      <input
                        type="radio"
                        name={`take-${one.field}`}
                        checked={taken === side}
                        onChange={() => onChoose(one.field, side)}
                      />
                      <span>{label}</span>
                    </label>
                  ))}
                </div>
              </fieldset>
            )
          },
        },
      ]}
    />
  )
}
