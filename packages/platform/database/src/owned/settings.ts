/** For whom the server is tuned: a county's box, or tests, which throw their data away. */
export type SettingsProfile = 'county' | 'test'

/** Names and values of PostgreSQL settings. */
export type PostgresSettings = Readonly<Record<string, string | number>>

const common: PostgresSettings = {
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  jit: 'off',
  // statements and values may be about persons: neither may reach a log
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_checkpoints: 'off',
  log_connections: 'off',
  log_line_prefix: '%m [%p] ',
  logging_collector: 'off',
}

const county: PostgresSettings = {
  ...common,
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '256MB',
  max_wal_size: '512MB',
  max_connections: 50,
}

const test: PostgresSettings = {
  ...common,
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '64MB',
  max_wal_size: '512MB',
  max_connections: 200,
}

/** The text of our configuration file. */
export function renderSettings(profile: SettingsProfile, extra: PostgresSettings = {}): string {
  const settings = { ...(profile === 'test' ? test : county), ...extra }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'`)
  return `# written by OpenDPF at every start; put settings of your own into local.conf\n${lines.join('\n')}\n`
}
