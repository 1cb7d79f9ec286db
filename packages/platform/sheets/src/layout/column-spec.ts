import type { CodeList } from '@opendpf/standards'

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
  /** For `code`: some of the names that cells may hold; cells that hold them support a match, others say nothing. */
  readonly values?: readonly string[]
  /** For `code`: the list that cells are read with; cells that it does not know throw doubt on a match. */
  readonly list?: CodeList
}
