import { createHash } from 'node:crypto'
import type { KeyRing } from '@opendpf/database/crypto'
import { schemaFingerprint } from '@opendpf/database/testing'
import type { PlacedRecord } from '@opendpf/kit'
import type { ModuleContext, ModuleServer } from '@opendpf/kit/server'
import { withSystem } from '@opendpf/server'
import { testDivisions } from './divisions.js'

/** The template's name: everything that decides what is in it. */
export function keyOf({
  modules,
  seed,
  seedKey,
  now,
}: {
  readonly modules: readonly ModuleServer[]
  readonly seed?: (context: ModuleContext) => Promise<void>
  readonly seedKey?: string
  readonly now?: string
}): string {
  const parts = withSystem(modules).map(({ module, migrations, seed: own }) => [
    module.id,
    Object.entries(migrations).map(([name, migration]) => [name, String(migration)]),
    String(own),
    Object.values(module.records).map((record) => JSON.stringify((record as PlacedRecord).list)),
  ])
  return createHash('sha256')
    .update(JSON.stringify([schemaFingerprint(), parts, String(seed), seedKey, now, testDivisions.length]))
    .digest('hex')
}

/** One ring for all tests, since template databases hold what it sealed. Made from fixed words: it protects nothing. */
export function testRing(): KeyRing {
  const fixed = (words: string): Buffer => createHash('sha256').update(`opendpf test ${words}`).digest()
  return {
    suite: 'aes-256-gcm',
    keys: [{ id: 1, createdAt: '2026-01-01T00:00:00.000Z', key: fixed('field') }],
    indexKey: fixed('index'),
    auditKey: fixed('audit'),
  }
}
