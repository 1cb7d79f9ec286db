const tables = new Set([
  'audit_head',
  'audit_entry',
  'access_log',
  'outbox',
  'idempotency',
  'number_lookup',
  'record_departure',
  'opendpf_migration',
])

/** Whether a table is the platform's own: beside every module's records, or the sign-in library's. */
export function isPlatformTable(name: string): boolean {
  return tables.has(name) || name.startsWith('auth_')
}
