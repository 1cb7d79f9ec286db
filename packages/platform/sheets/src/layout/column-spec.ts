/**
 * What a column holds; decides which content supports a match and how a template is formatted.
 * `id`: citizen number · `certificate`: disability certificate number · `long-number`: any other identifier of digits ·
 * `disability`: category and grade in one cell.
 */
export type ColumnKind =
  | 'text'
  | 'name'
  | 'id'
  | 'certificate'
  | 'long-number'
  | 'phone'
  | 'number'
  | 'date'
  | 'code'
  | 'yes-no'
  | 'division'
  | 'disability'
  | 'disability-category'
  | 'disability-grade'

/** A column that the receiver of a sheet knows. */
export interface ColumnSpec {
  readonly field: string
  /** How the heading may read: the official one first, then synonyms, in both languages. */
  readonly labels: readonly [string, ...string[]]
  readonly kind: ColumnKind
  readonly required?: boolean
  /** For `code`: the names and codes that cells may hold; supports a match and fills the drop-down of a template. */
  readonly values?: readonly string[]
}
