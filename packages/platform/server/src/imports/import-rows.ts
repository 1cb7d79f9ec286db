import type { Session } from '@opendpf/database'
import { OpenDpfError } from '@opendpf/errors'
import type { Crypto } from '../platform/crypto.js'
import type { FieldChange, RowOutcome, RowRemark, RowResult } from './row-draft.js'

/** What the rows of an import are filtered by. */
export type RowFilter = 'problems' | 'warnings' | 'changes'

/** One row of an import as a person sees it. */
export interface ShownRow {
  readonly row: number
  readonly sheet: string
  readonly outcome: RowOutcome
  readonly problems: readonly RowRemark[]
  readonly warnings: readonly RowRemark[]
  readonly changes: readonly FieldChange[]
}

/** How many rows are how. */
export interface RowCounts {
  readonly rows: number
  readonly creates: number
  readonly updates: number
  readonly unchanged: number
  readonly problems: number
  readonly warnings: number
}

/** Where the rows of an import belong. */
export interface ImportPlace {
  readonly id: string
  readonly division: string
  readonly county: string
  readonly town: string | null
}

const context = 'system_import_row.details'
const pageSize = 50
const conditions: Readonly<Record<RowFilter, string>> = {
  problems: 'and has_problems',
  warnings: 'and has_warnings',
  changes: "and outcome in ('create', 'update')",
}

/** Writes what was found about a batch of rows. */
export async function writeRows(
  session: Session,
  place: ImportPlace,
  results: readonly RowResult[],
  crypto: Crypto,
): Promise<void> {
  const rows = results.map(({ draft, outcome, changes }) => ({
    import: place.id,
    position: draft.position,
    sheet: draft.sheet,
    number: draft.number,
    outcome,
    has_problems: draft.problems.length > 0,
    has_warnings: draft.warnings.length > 0,
    details: `\\x${crypto.seal(JSON.stringify({ problems: draft.problems, warnings: draft.warnings, changes }), context).toString('hex')}`,
    county: place.county,
    town: place.town,
    division: place.division,
  }))
  await session.query({
    name: 'import-rows',
    text: 'insert into system_import_row select * from jsonb_populate_recordset(null::system_import_row, $1::jsonb)',
    values: [JSON.stringify(rows)],
  })
}

/** Takes away what an earlier dry run found. */
export async function clearRows(session: Session, id: string): Promise<void> {
  await session.query({ text: 'delete from system_import_row where import = $1', values: [id] })
}

/** Counts the rows by what became of them. */
export async function countRows(session: Session, id: string): Promise<RowCounts> {
  const [counts] = await session.query<RowCounts & Record<string, number>>({
    text: `select count(*)::int as rows, (count(*) filter (where outcome = 'create'))::int as creates, (count(*) filter (where outcome = 'update'))::int as updates,
             (count(*) filter (where outcome = 'unchanged'))::int as unchanged, (count(*) filter (where has_problems))::int as problems, (count(*) filter (where has_warnings))::int as warnings
           from system_import_row where import = $1`,
    values: [id],
  })
  return counts ?? { rows: 0, creates: 0, updates: 0, unchanged: 0, problems: 0, warnings: 0 }
}

/** A page of rows, in the order of the file. */
export async function readRowPage(
  session: Session,
  options: {
    readonly id: string
    readonly only: RowFilter | undefined
    readonly cursor: string | undefined
    readonly sheets: readonly string[]
    readonly crypto: Crypto
  },
): Promise<{ readonly rows: readonly ShownRow[]; readonly next?: string }> {
  const after = options.cursor === undefined ? -1 : Number(options.cursor)
  if (!Number.isInteger(after)) throw new OpenDpfError('invalid-request', { params: { what: 'cursor' } })
  const found = await session.query<StoredImportRow>({
    text: `select position, sheet, number, outcome, details from system_import_row where import = $1 and position > $2 ${options.only === undefined ? '' : conditions[options.only]} order by position limit ${pageSize + 1}`,
    values: [options.id, after],
  })
  const rows = found.slice(0, pageSize)
  const last = rows.at(-1)
  return {
    rows: rows.map((row) => show(row, options)),
    ...(found.length > pageSize && last ? { next: String(last.position) } : {}),
  }
}

interface StoredImportRow extends Record<string, unknown> {
  readonly position: number
  readonly sheet: number
  readonly number: number
  readonly outcome: RowOutcome
  readonly details: Uint8Array
}

function show(
  { sheet, number, outcome, details }: StoredImportRow,
  { sheets, crypto }: { readonly sheets: readonly string[]; readonly crypto: Crypto },
): ShownRow {
  const { problems, warnings, changes } = JSON.parse(crypto.open(details, context)) as Pick<
    ShownRow,
    'problems' | 'warnings' | 'changes'
  >
  return { row: number, sheet: sheets[sheet] ?? '', outcome, problems, warnings, changes }
}

/** The positions of rows that were refused; a run leaves them out. */
export async function refusedPositions(session: Session, id: string): Promise<ReadonlySet<number>> {
  const rows = await session.query<{ position: number }>({
    text: 'select position from system_import_row where import = $1 and has_problems',
    values: [id],
  })
  return new Set(rows.map(({ position }) => position))
}

/** All problems of an import by sheet and row number, for the sheet that is sent back. */
export async function readProblems(
  session: Session,
  id: string,
  crypto: Crypto,
): Promise<ReadonlyMap<string, readonly RowRemark[]>> {
  const rows = await session.query<StoredImportRow>({
    text: 'select sheet, number, details from system_import_row where import = $1 and has_problems',
    values: [id],
  })
  return new Map(
    rows.map(({ sheet, number, details }) => [
      `${sheet} ${number}`,
      (JSON.parse(crypto.open(details, context)) as ShownRow).problems,
    ]),
  )
}
