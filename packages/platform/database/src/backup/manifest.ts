/** The version of the archive format this program writes, and the newest it reads. */
export const backupFormat = 2

/** Name of the archive's last but one entry, which says what is in it. */
export const manifestName = 'manifest.json'
/** Name of the archive's last entry: the SHA-256 of the manifest. */
export const manifestSumName = 'manifest.json.sha256'

/** Where files lie in the archive, each in a folder of its name. */
export const filesFolder = 'files/'

/** One table of a backup. */
export interface TableManifest {
  readonly schema: string
  readonly name: string
  /** Columns in the order of the content; generated ones are left out. */
  readonly columns: readonly string[]
  /** Folder of the archive whose files, in order, are one gzip stream of PostgreSQL's COPY text. */
  readonly folder: string
  readonly rows: number
  /** Bytes of the content before compression. */
  readonly bytes: number
  /** SHA-256 of the content before compression, in hexadecimal. */
  readonly sha256: string
}

/** One sequence of a backup. */
export interface SequenceManifest {
  readonly schema: string
  readonly name: string
  readonly lastValue: string
  readonly isCalled: boolean
}

/** What is in a backup beside the tables: files that the rows speak of, kept outside the database. */
export interface FilesManifest {
  readonly count: number
  readonly bytes: number
  /** SHA-256, in hexadecimal, of a line `<name> <bytes> <SHA-256 of the content>` for each file, in the order of the archive. */
  readonly sha256: string
}

/** What is in a backup. */
export interface BackupManifest {
  readonly format: number
  /** UTC instant, ISO 8601. */
  readonly createdAt: string
  /** Version of OpenDPF that made it. */
  readonly opendpf: string
  /** Version of PostgreSQL it comes from. */
  readonly postgres: string
  /** The migrations applied, as `module/name` (and `@checksum` where the ledger has one), sorted. */
  readonly schema: readonly string[]
  readonly tables: readonly TableManifest[]
  readonly sequences: readonly SequenceManifest[]
  /** Absent in a backup of format 1, which has no files. */
  readonly files?: FilesManifest
}

/** Reads a manifest, or undefined if the text is none. */
export function parseManifest(text: string): BackupManifest | undefined {
  try {
    const value = JSON.parse(text) as Partial<BackupManifest>
    const isManifest =
      typeof value.format === 'number' &&
      typeof value.createdAt === 'string' &&
      [value.schema, value.tables, value.sequences].every(Array.isArray)
    return isManifest ? (value as BackupManifest) : undefined
  } catch {
    return undefined
  }
}

/** The name of a table for people and errors. */
export function tableLabel(table: { readonly schema: string; readonly name: string }): string {
  return table.schema === 'public' ? table.name : `${table.schema}.${table.name}`
}
