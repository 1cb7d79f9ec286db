import type { ScopedPool } from '@opendpf/database'
import { divisionPrefix } from '@opendpf/standards'

/** One division of the deployment's tree. */
export interface DivisionEntry {
  readonly code: string
  readonly name: string
  readonly level: string
  readonly parent: string | null
  readonly isCurrent: boolean
}

/** The division tree in memory: a few hundred rows that every list and form needs. */
export interface Divisions {
  /** Loads the tree if it is not there or older than a few seconds. */
  ready(): Promise<void>
  /** Changes whenever the tree does. */
  readonly version: string
  find(code: string): DivisionEntry | undefined
  nameOf(code: string): string
  /** `城关镇东街社区`: the names from the town down, which is how people say where somebody lives. */
  fullNameOf(code: string): string
  under(code: string): readonly DivisionEntry[]
  /** Called by the write path when a change of a division can be seen by everybody. */
  forget(): void
}

const freshFor = 15_000

/** Reads `system_division`; other processes see a change after a few seconds, this one at once. */
export function createDivisions(pool: ScopedPool, now: () => number): Divisions {
  let byCode = new Map<string, DivisionEntry>()
  let version = ''
  let loadedAt = Number.NEGATIVE_INFINITY
  let loading: Promise<void> | undefined
  let changes = 0

  const load = async (): Promise<void> => {
    const seen = changes
    const rows = await pool.use({ level: 'all' }, (session) =>
      session.query<{
        code: string
        name: string
        level: string
        parent: string | null
        current: boolean
        recorded_at: string
      }>({
        text: 'select code, name, level, parent, valid_to is null as current, recorded_at from system_division order by code',
        values: [],
      }),
    )
    byCode = new Map(
      rows.map((row) => [
        row.code,
        { code: row.code, name: row.name, level: row.level, parent: row.parent, isCurrent: row.current },
      ]),
    )
    version = `${rows.length}-${
      rows
        .map((row) => row.recorded_at)
        .toSorted()
        .at(-1) ?? ''
    }`
    // a change that came meanwhile may not be in what was read
    loadedAt = seen === changes ? now() : Number.NEGATIVE_INFINITY
  }

  return {
    async ready() {
      if (now() - loadedAt < freshFor) return
      loading ??= load().finally(() => {
        loading = undefined
      })
      await loading
    },
    get version() {
      return version
    },
    find: (code) => byCode.get(code),
    nameOf: (code) => byCode.get(code)?.name ?? code,
    fullNameOf(code) {
      const names: string[] = []
      for (
        let entry = byCode.get(code);
        entry && (entry.level === 'village' || entry.level === 'town' || names.length === 0);
        entry = byCode.get(entry.parent ?? '')
      )
        names.unshift(entry.name)
      return names.length > 0 ? names.join('') : code
    },
    under: (code) => [...byCode.values()].filter((entry) => entry.code.startsWith(divisionPrefix(code) ?? code)),
    forget() {
      changes += 1
      loadedAt = Number.NEGATIVE_INFINITY
    },
  }
}
