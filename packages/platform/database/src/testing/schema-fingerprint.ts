import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Changes whenever the platform's own tables, the making of record tables or the form of audit entries do: part of the key of a migrated
 * template.
 */
export function schemaFingerprint(): string {
  const hash = createHash('sha256')
  for (const folder of ['../schema/', '../audit/'].map((name) => fileURLToPath(new URL(name, import.meta.url)))) {
    for (const file of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, file)))
  }
  return hash.digest('hex')
}
