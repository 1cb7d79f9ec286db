import type { Module, PlacedRecord } from '@opendpf/kit'
import type { AdminContribution } from '@opendpf/kit/admin'
import type { ModuleServer } from '@opendpf/kit/server'
import type { SampleRules, Sampler } from '../samples/index.js'
import { createSampler } from '../samples/index.js'
import type { Call, TestServer } from '../server/test-server.js'
import { startTestServer } from '../server/test-server.js'
import type { OwnRoute } from './own-routes.js'
import { ownRoutesOf } from './own-routes.js'
import type { RouteEntries } from './routes/index.js'

/** What the kit must be told of a module beside the module itself. */
export interface ConformanceOptions {
  readonly admin?: AdminContribution
  /** Rules for sample values that a contract cannot know; see {@link SampleRules}. */
  readonly sample?: SampleRules
  /** What routes answer that the module adds itself; see {@link RouteEntry}. Entries of other modules are left alone. */
  readonly routes?: RouteEntries
  /** Modules that this one refers to, in the order of their migrations. */
  readonly with?: readonly ModuleServer[]
}

/** A module on a running server, as the checks see it. */
export interface Subject {
  readonly module: Module
  readonly implementation: ModuleServer
  readonly admin: AdminContribution | undefined
  readonly records: readonly PlacedRecord[]
  readonly ownRoutes: readonly OwnRoute[]
  readonly entries: RouteEntries
  readonly server: TestServer
  readonly sampler: Sampler
  /** Requests of somebody who may do everything everywhere. */
  readonly all: Call
  close(): Promise<void>
}

/**
 * Starts the module with those it needs. Tables that are not what the contract says, and routes that nobody guards, would stop a real
 * start: here they must not hide what else is wrong, so the schema is trusted and such routes are left out.
 */
export async function openSubject(
  implementation: ModuleServer,
  { admin, sample, routes: entries = {}, with: others = [] }: ConformanceOptions,
): Promise<Subject> {
  const { module } = implementation
  const ownRoutes = ownRoutesOf(implementation)
  const isGuarded = ownRoutes.every(({ permission }) => permission !== undefined)
  const { routes: _, ...derivedOnly } = implementation
  const served: ModuleServer = isGuarded ? implementation : derivedOnly
  const server = await startTestServer({
    modules: module.id === 'system' ? others : [...others, served],
    trustSchema: true,
    hasWork: true,
  })
  return {
    module,
    implementation,
    admin,
    records: Object.values(module.records) as PlacedRecord[],
    ownRoutes,
    entries,
    server,
    sampler: createSampler({ server, module: module.id, ...(sample ? { rules: sample } : {}) }),
    all: server.as({ id: 'everywhere', at: 'all' }),
    close: () => server.stop(),
  }
}
