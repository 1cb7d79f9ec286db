/** What a file may not exceed. A file beyond a limit is refused with a code that names the limit. */
export interface SheetLimits {
  /** Size of the file itself, in bytes. */
  readonly fileBytes: number
  /** Size of everything unpacked while reading, in bytes; stops zip bombs. */
  readonly unpackedBytes: number
  /** Rows with content in one sheet. */
  readonly rows: number
  /** Columns with content. */
  readonly columns: number
  /** Characters in one cell; spreadsheet programs allow 32,767. */
  readonly cellLength: number
  /** Sheets in one workbook. */
  readonly sheets: number
}

/** 64 MB of file, 1 GB unpacked, 500,000 rows, 512 columns, 32,767 characters in a cell, 256 sheets. */
export const defaultLimits: SheetLimits = {
  fileBytes: 64 * 1024 * 1024,
  unpackedBytes: 1024 * 1024 * 1024,
  rows: 500_000,
  columns: 512,
  cellLength: 32_767,
  sheets: 256,
}
