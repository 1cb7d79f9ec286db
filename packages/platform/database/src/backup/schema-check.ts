import { BackupError } from './errors.js'

const namesShown = 5

/** Against what a backup is compared. */
export type SchemaSide =
  | { readonly code: 'BACKUP_OTHER_VERSION'; readonly file: string; readonly version: string }
  | { readonly code: 'BACKUP_OTHER_SCHEMA'; readonly file: string; readonly database: string }

/**
 * Compares two lists of migrations or tables.
 * @throws BackupError with the code of the side, naming what differs
 */
export function compareSchemas(inBackup: readonly string[], there: readonly string[], side: SchemaSide): void {
  const extra = subtract(inBackup, there)
  const missing = subtract(there, inBackup)
  if (extra.length === 0 && missing.length === 0) return
  const { code, ...params } = side
  throw new BackupError(code, { ...params, extra: listNames(extra), missing: listNames(missing) })
}

/** Migrations as they can be compared: with checksums only if both sides have them. */
export function alignChecksums(
  one: readonly string[],
  other: readonly string[],
): readonly [readonly string[], readonly string[]] {
  if ([...one, ...other].every((entry) => entry.includes('@'))) return [one, other]
  const strip = (entry: string) => entry.split('@')[0] ?? entry
  return [one.map(strip), other.map(strip)]
}

function subtract(one: readonly string[], other: readonly string[]): readonly string[] {
  const known = new Set(other)
  return one.filter((entry) => !known.has(entry)).sort()
}

function listNames(names: readonly string[]): string {
  if (names.length === 0) return '-'
  const rest = names.length - namesShown
  return names.slice(0, namesShown).join('; ') + (rest > 0 ? ` … +${rest}` : '')
}
