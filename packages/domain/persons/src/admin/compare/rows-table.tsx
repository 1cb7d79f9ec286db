import { DataTable, useAdmin, useCan, useList, useLocale, useModuleText } from '@opendpf/admin'
import type { PlacedRecord } from '@opendpf/kit'
import { persons } from '../../contract/index.js'

const { person, duplicate } = persons.records

/** How many rows of each kind each entry has, in every module: all of them move with a merge. */
export function RowsTable({ left, right }: { readonly left: string; readonly right: string }) {
  const say = useModuleText(persons.id)
  const { registry } = useAdmin()
  const locale = useLocale()
  const can = useCan()
  const places = registry
    .childrenOf(person.ref)
    .filter(({ record }) => record.ref !== duplicate.ref && can(`${record.module}:${record.name}.read`))
  return (
    <DataTable
      caption={say('compare.rowsCaption')}
      rows={places}
      keyOf={({ record }) => record.ref}
      columns={[
        {
          id: 'kind',
          label: say('compare.rowsKind'),
          isRowHeader: true,
          cell: ({ record }) => registry.text(record.module, locale, record.name),
        },
        {
          id: 'left',
          label: say('compare.left'),
          isNumeric: true,
          cell: ({ record, field }) => <Count record={record} field={field} id={left} />,
        },
        {
          id: 'right',
          label: say('compare.right'),
          isNumeric: true,
          cell: ({ record, field }) => <Count record={record} field={field} id={right} />,
        },
      ]}
    />
  )
}

function Count({ record, field, id }: { readonly record: PlacedRecord; readonly field: string; readonly id: string }) {
  const { data } = useList(record, { filters: { [field]: { any: [id] } }, limit: 1 })
  return data ? String(data.total.value) : '…'
}
