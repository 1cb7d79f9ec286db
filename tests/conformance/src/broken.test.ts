import { brokenModules } from '@opendpf/fixtures'
import { checkConformance, checkNames } from '@opendpf/testing'
import { describe, expect, it } from 'vitest'

describe('each check sees what it is for, and nothing else', () => {
  it.each(brokenModules)('$check: $what', { timeout: 120_000 }, async ({ check, server }) => {
    const findings = await checkConformance(server)
    expect([...new Set(findings.map((finding) => finding.check))], JSON.stringify(findings, undefined, 1)).toEqual([
      check,
    ])
  })

  it('every check has a module that fails it', () => {
    expect(new Set(brokenModules.map(({ check }) => check))).toEqual(new Set(checkNames))
  })
})
