import { OwnedServerError } from './errors.js'
import { diskFull, isDiskFull } from './failures.js'
import type { Layout } from './layout.js'
import { currentUser } from './privileges.js'

/** Reads why a postmaster did not start from what it wrote, and says it as an error an operator can act on. */
export function explainStartFailure(options: { readonly layout: Layout; readonly output: string }): OwnedServerError {
  const { layout, output } = options
  const detail = lastCause(output)
  const path = layout.cluster
  if (/No space left on device|Disk quota exceeded/.test(output) || isDiskFull(layout.home))
    return diskFull(layout.home)
  if (/pre-existing shared memory block|lock file "[^"]*" already exists/.test(output)) {
    return new OwnedServerError('OWNED_STILL_IN_USE', { path, detail })
  }
  if (/Cannot allocate memory|could not create shared memory/.test(output)) {
    return new OwnedServerError('OWNED_OUT_OF_MEMORY', { detail })
  }
  if (/has invalid permissions/.test(output)) return new OwnedServerError('OWNED_WRONG_MODE', { path })
  if (/Permission denied/.test(output)) {
    return new OwnedServerError('OWNED_NOT_WRITABLE', { user: currentUser(), path, detail })
  }
  return new OwnedServerError('OWNED_START_FAILED', { path, detail, log: layout.log })
}

function lastCause(output: string): string {
  const lines = output.trim().split('\n')
  const found = lines.findLastIndex((line) => /\b(FATAL|PANIC):/.test(line))
  const cause = lines.at(found) ?? ''
  // "contains errors" and "could not create any": the line before names them
  const isSummary = /contains errors|could not create any/.test(cause) && found > 0
  return [...(isSummary ? [lines[found - 1] ?? ''] : []), cause]
    .map((line) => line.replace(/^.*?(LOG|WARNING|FATAL|PANIC):\s*/, ''))
    .join('; ')
}
