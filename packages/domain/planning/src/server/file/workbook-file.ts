import type { FieldProblem } from '@opendpf/errors'
import type { Locale } from '@opendpf/messages'
import { messageOf } from '@opendpf/messages'
import {
  type Cell,
  cellAt,
  columnName,
  type ExportSheet,
  isSheetError,
  openSheet,
  readRows,
  sheetErrorText,
  streamRows,
  textOf,
  understandDate,
  type Workbook,
} from '@opendpf/sheets'
import {
  type FileColumn,
  type FileSheet,
  type FlatPlan,
  type FlatRow,
  fileChoices,
  fileSheetNames,
  fileSheets,
  flattenPlan,
  type PlanFile,
  planning,
  unflattenPlan,
} from '../../contract/index.js'
import { checkFile, type FileReading, fileProblem } from './file-problem.js'

const say = (locale: Locale, key: string, params: Readonly<Record<string, string | number>> = {}) =>
  messageOf(planning.messages, locale, key, params)
const headingOf = (locale: Locale, { key, heading = key }: FileColumn) => say(locale, `file.column.${heading}`)

/** Writes a plan as a workbook: a sheet for the plan, its sections, projects, items, yearly targets and shares. */
export function writeWorkbook(file: PlanFile, locale: Locale): AsyncGenerator<Uint8Array> {
  const flat = flattenPlan(file)
  return streamRows(
    fileSheetNames.map((name): ExportSheet => {
      const columns: readonly FileColumn[] = fileSheets[name]
      return {
        sheetName: say(locale, `file.sheet.${name}`),
        columns: columns.map((column) => ({
          heading: headingOf(locale, column),
          ...(column.kind === 'number' || column.kind === 'date' ? { kind: column.kind } : { kind: 'text' as const }),
        })),
        rows: flat[name].map((row) => columns.map((column) => cellValue(row[column.key], column, locale))),
      }
    }),
  )
}

function cellValue(value: string | number | undefined, { kind }: FileColumn, locale: Locale): string | number | null {
  if (value === undefined) return null
  return kind.startsWith('choice:') ? say(locale, `${kind.slice('choice:'.length)}.${value}`) : value
}

/** The rows of the sheets with the numbers they have in the file. */
interface Sheets {
  readonly flat: FlatPlan
  readonly numbers: Readonly<Record<FileSheet, readonly number[]>>
  readonly columns: Readonly<Record<FileSheet, ReadonlyMap<string, number>>>
  readonly problems: readonly FieldProblem[]
}

/** Reads a plan from a workbook whose headings are in either language; each problem names its sheet, row and column. */
export async function readWorkbook(bytes: Uint8Array, locale: Locale): Promise<FileReading> {
  let sheets: Sheets
  try {
    sheets = await readSheets(await openSheet(bytes, { name: 'plan.xlsx' }), locale)
  } catch (error) {
    if (!isSheetError(error)) throw error
    return { ok: false, problems: [{ path: '', code: error.code, message: sheetErrorText(error, locale) }] }
  }
  if (sheets.problems.length > 0) return { ok: false, problems: sheets.problems }
  const { file, placeOf } = unflattenPlan(sheets.flat)
  return checkFile(file, {
    locale,
    placeOf: (path) => {
      const place = placeOf(path)
      if (!place) return { where: '', label: String(path.at(-1) ?? '') }
      const { sheet, row, column } = place
      const at = sheets.columns[sheet].get(column)
      const cell = `${at === undefined ? '' : columnName(at)}${sheets.numbers[sheet][row] ?? ''}`
      const known = (fileSheets[sheet] as readonly FileColumn[]).find(({ key }) => key === column)
      return {
        where: say(locale, 'file.cell', { sheet: say(locale, `file.sheet.${sheet}`), cell }),
        label: known ? headingOf(locale, known) : column,
      }
    },
  })
}

async function readSheets(workbook: Workbook, locale: Locale): Promise<Sheets> {
  const flat = Object.fromEntries(fileSheetNames.map((name) => [name, [] as FlatRow[]])) as Record<FileSheet, FlatRow[]>
  const numbers = Object.fromEntries(fileSheetNames.map((name) => [name, [] as number[]])) as Record<
    FileSheet,
    number[]
  >
  const columns = Object.fromEntries(fileSheetNames.map((name) => [name, new Map<string, number>()])) as Record<
    FileSheet,
    Map<string, number>
  >
  const problems: FieldProblem[] = []
  for (const name of fileSheetNames) {
    const titles = [say('zh-CN', `file.sheet.${name}`), say('en', `file.sheet.${name}`)]
    const sheet = workbook.sheets.find((one) => titles.includes(one.name))
    if (!sheet) {
      if (name === 'plan' || name === 'items')
        problems.push(
          fileProblem('file.problem.noSheet', {
            locale,
            path: name,
            where: '',
            sheet: say(locale, `file.sheet.${name}`),
          }),
        )
      continue
    }
    let heading: ReadonlyMap<number, FileColumn> | undefined
    for await (const row of readRows(workbook, sheet.name)) {
      if (!heading) {
        heading = headingOfRow(row.cells, { name, locale, problems })
        for (const [at, { key }] of heading) columns[name].set(key, at)
        continue
      }
      const values: Record<string, string | number> = {}
      for (const [at, column] of heading) {
        const value = readCell(cellAt(row, at), column)
        if (value !== undefined) values[column.key] = value
      }
      if (Object.keys(values).length === 0) continue
      flat[name].push(values)
      numbers[name].push(row.number)
    }
  }
  return { flat, numbers, columns, problems: [...problems, ...strayRows(flat, { numbers, locale })] }
}

function headingOfRow(
  cells: readonly Cell[],
  { name, locale, problems }: { readonly name: FileSheet; readonly locale: Locale; readonly problems: FieldProblem[] },
): ReadonlyMap<number, FileColumn> {
  const known: readonly FileColumn[] = fileSheets[name]
  const found = new Map<number, FileColumn>()
  const sheet = say(locale, `file.sheet.${name}`)
  for (const cell of cells) {
    const heading = textOf(cell)
    if (heading === '') continue
    const column = known.find((one) => headingOf('zh-CN', one) === heading || headingOf('en', one) === heading)
    if (column) found.set(cell.column, column)
    else {
      const where = say(locale, 'file.cell', { sheet, cell: `${columnName(cell.column)}1` })
      problems.push(fileProblem('file.problem.column', { locale, path: name, where, heading }))
    }
  }
  const present = new Set([...found.values()].map(({ key }) => key))
  for (const column of known)
    if (column.isRequired && !present.has(column.key))
      problems.push(
        fileProblem('file.problem.noColumn', { locale, path: name, where: sheet, heading: headingOf(locale, column) }),
      )
  return found
}

/** A cell as the file has it; what cannot be read goes on as text, so that the check of the file names it. */
function readCell(cell: Cell, { kind }: FileColumn): string | number | undefined {
  const text = textOf(cell)
  if (text === '') return undefined
  if (kind === 'number') {
    if (cell.kind === 'number') return cell.value
    const plain = text.normalize('NFKC').replace(/[,\s]/g, '')
    return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text
  }
  if (kind === 'date') {
    const read = understandDate(cell)
    return read.ok ? read.value : text
  }
  if (kind === 'text') return text
  return choiceOf(text, kind.slice('choice:'.length)) ?? text
}

function choiceOf(text: string, prefix: string): string | undefined {
  const values = fileChoices[prefix] ?? choicesOfMessages(prefix)
  return values.find((value) =>
    [value, say('zh-CN', `${prefix}.${value}`), say('en', `${prefix}.${value}`)].includes(text),
  )
}

function choicesOfMessages(prefix: string): readonly string[] {
  return Object.keys(planning.messages['zh-CN']).flatMap((key) =>
    key.startsWith(`${prefix}.`) ? [key.slice(prefix.length + 1)] : [],
  )
}

/** Yearly targets and shares of items that the file does not have. */
function strayRows(
  flat: FlatPlan,
  { numbers, locale }: { readonly numbers: Sheets['numbers']; readonly locale: Locale },
): readonly FieldProblem[] {
  const known = new Set(flat.items.map((row) => String(row.number)))
  return (['yearly', 'splits'] as const).flatMap((name) =>
    flat[name].flatMap((row, index) => {
      if (known.has(String(row.item))) return []
      const where = say(locale, 'file.cell', {
        sheet: say(locale, `file.sheet.${name}`),
        cell: `${numbers[name][index]}`,
      })
      const label = say(locale, 'file.column.item')
      return [fileProblem('file.problem.notInFile', { locale, path: `${name}.${index}.item`, where, label })]
    }),
  )
}
