import type { ModuleServer } from '@opendpf/kit/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCheck } from './check.js'
import { checks } from './checks/index.js'
import type { ConformanceOptions, Subject } from './subject.js'
import { openSubject } from './subject.js'

/** What one check may take, in milliseconds: a large module has more routes to ask, and the machine may be busy with others. */
const timeout = ({ module }: ModuleServer): number => Math.max(120_000, Object.keys(module.records).length * 15_000)

/** Puts a module to the conformance checks, each a test of its own. One call in a test file is all a module needs. */
export function describeConformance(implementation: ModuleServer, options: ConformanceOptions = {}): void {
  describe(implementation.module.id, () => {
    let subject: Subject | undefined
    beforeAll(async () => {
      subject = await openSubject(implementation, options)
    })
    afterAll(() => subject?.close())
    for (const check of checks) {
      it(check.title, { timeout: timeout(implementation) }, async () => {
        if (!subject) throw new Error('the module did not start')
        expect(await runCheck(check, subject)).toEqual([])
      })
    }
  })
}
