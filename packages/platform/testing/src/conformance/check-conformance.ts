import type { ModuleServer } from '@opendpf/kit/server'
import type { ConformanceFinding } from './check.js'
import { runCheck } from './check.js'
import { checks } from './checks/index.js'
import type { ConformanceOptions } from './subject.js'
import { openSubject } from './subject.js'

/** Looks a module through and says what is not as every module must be; empty when all is well. */
export async function checkConformance(
  implementation: ModuleServer,
  options: ConformanceOptions = {},
): Promise<readonly ConformanceFinding[]> {
  const subject = await openSubject(implementation, options)
  try {
    const findings: ConformanceFinding[] = []
    for (const check of checks) findings.push(...(await runCheck(check, subject)))
    return findings
  } finally {
    await subject.close()
  }
}
