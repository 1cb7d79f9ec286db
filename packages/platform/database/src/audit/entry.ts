/** What one change leaves behind, before it has its place in the chain. */
export interface AuditDraft {
  /** 6 digits; `000000` for global records. */
  readonly county: string
  readonly town: string | null
  readonly division: string | null
  /** UTC instant. */
  readonly at: string
  readonly actor: string
  readonly actorName: string
  /** `create`, `update`, `remove`, `restore`, or the verb of a workflow step. */
  readonly action: string
  readonly record: string
  readonly recordId: string
  readonly version: number
  /** Names of the fields that changed; never their values. */
  readonly fields: readonly string[]
  readonly reason: string | null
  /** Keyed digest of the whole row as it was written: proves the row, tells nothing about it. */
  readonly digest: string
}

/** An entry in its chain: `hash` covers everything and the entry before. */
export interface AuditEntry extends AuditDraft {
  readonly seq: number
  readonly previous: string
  readonly hash: string
}

/** The keyed digest of the chain and of rows; its suite is chosen by configuration. */
export interface AuditDigest {
  keyed(text: string): string
}

/** What the first entry of a chain has before it. */
export const genesis = ''

/**
 * The chain's hash of an entry. It is keyed, so that whoever may write to the database but has no key of the deployment cannot chain it
 * anew. The order of the parts is part of the format: changing it would break every chain.
 */
export function hashOf(entry: Omit<AuditEntry, 'hash'>, digest: AuditDigest): string {
  const {
    county,
    seq,
    at,
    actor,
    actorName,
    action,
    record,
    recordId,
    version,
    division,
    town,
    fields,
    reason,
    previous,
  } = entry
  return digest.keyed(
    JSON.stringify([
      previous,
      county,
      seq,
      at,
      actor,
      actorName,
      action,
      record,
      recordId,
      version,
      division,
      town,
      fields,
      reason,
      entry.digest,
    ]),
  )
}

/** The digest of a row's values: names sorted, so that the order of columns does not matter. */
export function digestOf(values: Readonly<Record<string, unknown>>, digest: AuditDigest): string {
  return digest.keyed(canonical(values))
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, part]) => part !== undefined && part !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join(',')}}`
  }
  return JSON.stringify(value ?? null)
}
