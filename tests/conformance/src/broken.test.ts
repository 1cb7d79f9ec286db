import { brokenModules, sampleRules as sample } from '@opendpf/fixtures'
import { checkConformance, checkNames } from '@opendpf/testing'
import { describe, expect, it } from 'vitest'

const last = brokenModules.filter(({ check }) => check === 'routes')
const [shown] = brokenModules.filter(({ check }) => check === 'masking')
const checksOf = (findings: readonly { readonly check: string }[]) => [...new Set(findings.map(({ check }) => check))]

describe('each check sees what it is for', () => {
  it.each(brokenModules)('$check: $what', { timeout: 120_000 }, async ({ check, server, routes }) => {
    const findings = await checkConformance(server, {
      routes,
      sample,
      only: checkNames.filter((name) => name === check),
    })
    expect(checksOf(findings)).toEqual([check])
  })

  it('what is broken in one way is found by no other check', { timeout: 120_000 }, async () => {
    const { server, routes } = shown as NonNullable<typeof shown>
    const findings = await checkConformance(server, { routes, sample })
    expect(checksOf(findings), JSON.stringify(findings, undefined, 1)).toEqual(['masking'])
  })

  it('a route that is nowhere said to be there is named', { timeout: 120_000 }, async () => {
    const [unlisted] = last
    const findings = await checkConformance(unlisted?.server as NonNullable<typeof unlisted>['server'], {
      only: ['routes'],
    })
    expect(findings.map(({ where }) => where)).toEqual(['GET /visits/households/:id/weather'])
  })

  it('every check has a module that fails it', () => {
    expect(new Set(brokenModules.map(({ check }) => check))).toEqual(new Set(checkNames))
  })
})
