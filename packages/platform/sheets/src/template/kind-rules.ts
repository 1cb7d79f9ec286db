import type { ColumnKind } from '../layout/column-spec.js'
import type { CellStyle } from '../xlsx-writer/cell-styles.js'
import type { TemplateText } from './template-texts.js'

/** How a template treats a kind of column. */
export interface KindRule {
  /** Look of the empty cells; text keeps a spreadsheet program from changing what is typed. */
  readonly style?: CellStyle
  readonly hint: TemplateText
  readonly width: number
  /** How many characters a value has. */
  readonly length?: readonly [from: number, to: number]
}

/** The treatment of each kind of column. */
export const kindRules: Readonly<Record<ColumnKind, KindRule>> = {
  text: { style: 'text', hint: 'textHint', width: 16 },
  name: { style: 'text', hint: 'nameHint', width: 12 },
  id: { style: 'text', hint: 'idHint', width: 22, length: [18, 18] },
  certificate: { style: 'text', hint: 'certificateHint', width: 25, length: [20, 23] },
  'long-number': { style: 'text', hint: 'longNumberHint', width: 22 },
  phone: { style: 'text', hint: 'phoneHint', width: 15 },
  number: { hint: 'numberHint', width: 12 },
  date: { style: 'date', hint: 'dateHint', width: 13 },
  code: { style: 'text', hint: 'codeHint', width: 14 },
  'yes-no': { style: 'text', hint: 'yesNoHint', width: 10 },
  division: { style: 'text', hint: 'divisionHint', width: 16 },
  disability: { style: 'text', hint: 'disabilityHint', width: 20 },
  'disability-category': { style: 'text', hint: 'codeHint', width: 12 },
  'disability-grade': { style: 'text', hint: 'codeHint', width: 12 },
}
