export type {
  BooleanCell,
  Cell,
  CellKind,
  DateCell,
  EmptyCell,
  ErrorCell,
  NumberCell,
  SheetRow,
  TextCell,
} from './cell/cell.js'
export { cellAt, textOf } from './cell/cell.js'
export { columnName } from './cell/column-name.js'
export type { SheetDate, SheetValue } from './cell/sheet-value.js'
export type { CsvWishes } from './csv-reader/open-csv.js'
export { guardFormula, looksLikeFormula } from './csv-writer/formula-guard.js'
export type { CsvExport } from './csv-writer/stream-csv.js'
export { streamCsv } from './csv-writer/stream-csv.js'
export type { SheetErrorCode, SheetErrorParams } from './errors/sheet-error.js'
export { isSheetError, SheetError, sheetErrorText } from './errors/sheet-error.js'
export { sheetErrorTexts } from './errors/sheet-error-texts.js'
export type { ColumnKind, ColumnSpec } from './layout/column-spec.js'
export type { FieldSuggestion, LayoutColumn, SheetLayout } from './layout/layout.js'
export { suggestedMapping } from './layout/layout.js'
export type { LayoutNote, LayoutNoteCode } from './layout/layout-notes.js'
export { layoutNoteText, layoutNoteTexts } from './layout/layout-notes.js'
export type { ClassifiedRow, RecognisedSheet } from './layout/read-data.js'
export { readClassified, recogniseSheets } from './layout/read-data.js'
export { recogniseLayout } from './layout/recognise-layout.js'
export type { RowKind } from './layout/row-kinds.js'
export { classifyRow } from './layout/row-kinds.js'
export type { MatchGround } from './layout/score-heading.js'
export type { SheetLimits } from './open/limits.js'
export { defaultLimits } from './open/limits.js'
export type { OpenOptions } from './open/open-sheet.js'
export { openSheet, readRows } from './open/open-sheet.js'
export type { SheetInfo, TextEncodingName, TextForm, Workbook } from './open/workbook.js'
export type { NotUnderstood, Reading, Understood } from './understand/reading.js'
export type { ReadingReason, ReadingWarning } from './understand/reading-texts.js'
export { readingReasonTexts, readingWarningTexts, reasonText, warningText } from './understand/reading-texts.js'
export { understandCode } from './understand/understand-code.js'
export { understandDate } from './understand/understand-date.js'
export type { StatedComponent, StatedDisability } from './understand/understand-disability.js'
export { understandDisability } from './understand/understand-disability.js'
export { understandLongNumber } from './understand/understand-long-number.js'
export { understandName } from './understand/understand-name.js'
export { understandNumber } from './understand/understand-number.js'
export type { PhoneNumbers } from './understand/understand-phone.js'
export { understandPhone } from './understand/understand-phone.js'
export { understandText } from './understand/understand-text.js'
export { isTick, understandYesNo } from './understand/understand-yes-no.js'
export type { ExportColumn, ExportSheet } from './xlsx-writer/stream-rows.js'
export { streamRows } from './xlsx-writer/stream-rows.js'
