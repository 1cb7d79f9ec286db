/** A unit file, read as systemd reads it: sections of keys that may come more than once. */
export interface Unit {
  /** The value of a key that comes once. */
  one(section: string, key: string): string
  all(section: string, key: string): readonly string[]
}

/** The keys that our unit may use, by section: a misspelt key is ignored by systemd, so it is refused here. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  Unit: ['Description', 'Documentation', 'Wants', 'After'],
  Service: [
    'Type',
    'User',
    'Group',
    'WorkingDirectory',
    'Environment',
    'EnvironmentFile',
    'ExecStart',
    'Restart',
    'RestartSec',
    'KillMode',
    'TimeoutStopSec',
    'StateDirectory',
    'StateDirectoryMode',
    'UMask',
    'LimitNOFILE',
    'CapabilityBoundingSet',
    'NoNewPrivileges',
    'PrivateDevices',
    'PrivateTmp',
    'ProtectClock',
    'ProtectControlGroups',
    'ProtectHome',
    'ProtectKernelLogs',
    'ProtectKernelModules',
    'ProtectKernelTunables',
    'ProtectSystem',
    'RestrictAddressFamilies',
    'RestrictNamespaces',
    'RestrictRealtime',
    'RestrictSUIDSGID',
    'SystemCallArchitectures',
  ],
  Install: ['WantedBy'],
}

/** Reads a unit file. A section or key that is not known, or a line that is neither, is an error that names it. */
export function readUnit(text: string): Unit {
  const entries: { readonly section: string; readonly key: string; readonly value: string }[] = []
  let section = ''
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    if (line === '' || line.startsWith('#')) continue
    const heading = /^\[(\w+)\]$/.exec(line)?.[1]
    if (heading !== undefined) {
      section = heading
      continue
    }
    const [, key, value] = /^(\w+)=(.*)$/.exec(line) ?? []
    if (key === undefined || value === undefined || !KNOWN[section]?.includes(key)) {
      throw new Error(`not understood in [${section}]: ${line}`)
    }
    entries.push({ section, key, value })
  }
  const all = (of: string, key: string) =>
    entries.filter((entry) => entry.section === of && entry.key === key).map(({ value }) => value)
  return {
    all,
    one(of, key) {
      const values = all(of, key)
      if (values.length !== 1) throw new Error(`[${of}] ${key} comes ${values.length} times`)
      return values[0] ?? ''
    },
  }
}
