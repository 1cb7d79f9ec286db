import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Changes whenever the platform's own tables or the making of record tables do: part of the key of a migrated template. */
export function schemaFingerprint(): string {
  const folder = fileURLToPath(new URL('../schema/', import.meta.url))
  const hash = createHash('sha256')
  for (const file of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, file)))
  return hash.digest('hex')
}
