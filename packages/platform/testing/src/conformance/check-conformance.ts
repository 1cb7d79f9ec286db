import type { ModuleServer } from '@opendpf/kit/server'
import type { CheckName, ConformanceFinding } from './check.js'
import { runCheck } from './check.js'
import { checks } from './checks/index.js'
import type { ConformanceOptions } from './subject.js'
import { openSubject } from './subject.js'

/** Looks a module through, for everything or for some of it, and says what is not as every module must be; empty when all is well. */
export async function checkConformance(
  implementation: ModuleServer,
  { only, ...options }: ConformanceOptions & { readonly only?: readonly CheckName[] } = {},
): Promise<readonly ConformanceFinding[]> {
  const subject = await openSubject(implementation, options)
  try {
    const findings: ConformanceFinding[] = []
    for (const check of checks)
      if (only === undefined || only.includes(check.name)) findings.push(...(await runCheck(check, subject)))
    return findings
  } finally {
    await subject.close()
  }
}
