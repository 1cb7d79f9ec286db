import type { Text } from './inline.js'

/** A cell of a form's table: what it asks (read out as a heading of its row) or what was filled in. */
export interface FieldCell {
  readonly kind: 'label' | 'value'
  readonly text: Text
  /** Columns and rows that the cell covers. Default 1. */
  readonly columns?: number
  readonly rows?: number
  /** Millimetres that the cell is high at least: room for a seal, a photo or a hand. */
  readonly height?: number
  readonly align?: 'start' | 'centre'
  /** What stands at the foot of the cell on the right: who signs, and when. */
  readonly foot?: readonly string[]
}

/** A form's table (表格): borders, merged cells, labels and values. It breaks across pages between two rows. */
export interface FieldTable {
  readonly kind: 'fields'
  /** Said by a screen reader in front of the table. */
  readonly label: string
  /** The width of each column as a share of the line. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly FieldCell[])[]
}

export type CellOptions = Omit<FieldCell, 'kind' | 'text'>

/** A cell that names what is asked. */
export function label(text: string, options: CellOptions = {}): FieldCell {
  return { kind: 'label', text, align: 'centre', ...options }
}

/** A cell with what was filled in; nothing leaves it empty for a pen. */
export function value(text: Text | null | undefined, options: CellOptions = {}): FieldCell {
  return { kind: 'value', text: text ?? '', ...options }
}

/**
 * A form's table.
 *
 * @throws Error when a row does not fill the columns exactly: a merged cell too wide or one too many would push the others aside
 */
export function fields(options: Omit<FieldTable, 'kind'>): FieldTable {
  const taken = options.widths.map(() => 0)
  for (const [index, row] of options.rows.entries()) {
    let column = 0
    for (const { columns = 1, rows = 1 } of row) {
      while ((taken[column] ?? 0) > 0) column += 1
      for (let covered = 0; covered < columns; covered += 1, column += 1) {
        if (taken[column] !== 0) throw new Error(`row ${index + 1} of the table “${options.label}” has too many cells`)
        taken[column] = rows
      }
    }
    if (taken.includes(0)) throw new Error(`row ${index + 1} of the table “${options.label}” has too few cells`)
    for (const [column, rows] of taken.entries()) taken[column] = rows - 1
  }
  return { kind: 'fields', ...options }
}
