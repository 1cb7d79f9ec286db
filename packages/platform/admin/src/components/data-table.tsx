import type { ReactNode } from 'react'
import { TableArea } from './table-area.js'

/** One column of a table. */
export interface TableColumn<Row> {
  readonly id: string
  readonly label: string
  /** Numbers and amounts stand right. */
  readonly isNumeric?: boolean
  /** The cell that names the row; default the first column. */
  readonly isRowHeader?: boolean
  readonly cell: (row: Row) => ReactNode
  /** Takes the place of the plain label, such as a button that sorts. */
  readonly head?: ReactNode
  readonly sort?: 'ascending' | 'descending' | undefined
}

export interface DataTableProps<Row> {
  /** Says what the table holds; also the name of the area that scrolls. */
  readonly caption: string
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** Greys the rows while newer ones are on their way. */
  readonly isStale?: boolean
}

/** A native table, so that a screen reader's own table keys work; its head stays in sight and narrow screens scroll it sideways. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, keyOf, isStale } = props
  const header = columns.find((column) => column.isRowHeader)?.id ?? columns[0]?.id
  return (
    <TableArea label={caption} isStale={isStale}>
      <table className="table">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={column.isNumeric ? 'numeric' : undefined}
                aria-sort={column.sort}
              >
                {column.head ?? column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) =>
                column.id === header ? (
                  <th
                    key={column.id}
                    scope="row"
                    className={column.isNumeric ? 'numeric' : undefined}
                    data-label={column.label}
                  >
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={column.isNumeric ? 'numeric' : undefined} data-label={column.label}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableArea>
  )
}
