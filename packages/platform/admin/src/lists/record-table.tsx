import type { ListOrder, PlacedRecord, RecordAnswer } from '@opendpf/kit'
import { fieldMeta } from '@opendpf/kit'
import { AppLink } from '../components/app-link.js'
import type { TableColumn } from '../components/data-table.js'
import { DataTable } from '../components/data-table.js'
import { useLabels } from '../i18n/labels.js'
import { recordHref } from '../routing/links.js'
import { FieldValue } from '../values/field-value.js'
import { SortButton } from './sort-button.js'

export interface RecordTableProps {
  readonly record: PlacedRecord
  readonly rows: readonly RecordAnswer[]
  readonly caption: string
  /** Fields left out, such as the parent on its own page. */
  readonly without?: readonly string[]
  readonly order?: ListOrder
  readonly onSort?: (by: string) => void
  readonly isStale?: boolean
}

/** The rows of a record type; the first column names each row and leads to it. */
export function RecordTable(props: RecordTableProps) {
  const { record, rows, caption, without = [], order, onSort, isStale } = props
  const labels = useLabels(record)
  const fields = record.list.columns.filter((field) => !without.includes(field))
  const lead = fields.includes(record.title) ? record.title : fields[0]
  const columns = fields.map((field): TableColumn<RecordAnswer> => {
    const label = labels.field(field)
    const isSorted = order?.by === field
    const kind = fieldMeta(record, field).kind
    return {
      id: field,
      label,
      isRowHeader: field === lead,
      isNumeric: kind === 'money' || kind === 'whole',
      ...(onSort && record.list.orders.includes(field)
        ? {
            head: (
              <SortButton
                label={label}
                direction={isSorted ? order.direction : undefined}
                onPress={() => onSort(field)}
              />
            ),
            sort: isSorted ? order.direction : undefined,
          }
        : {}),
      cell: (row) =>
        field === lead ? (
          <AppLink to={recordHref(record, row.id)} className="row-link">
            {field === record.title ? (
              labels.title(row.title)
            ) : (
              <FieldValue record={record} field={field} row={row} isPlain />
            )}
          </AppLink>
        ) : (
          <FieldValue record={record} field={field} row={row} isPlain />
        ),
    }
  })
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.id}
      {...(isStale === undefined ? {} : { isStale })}
    />
  )
}
