import { eligibilityModule } from '@opendpf/eligibility'
import { funds } from '@opendpf/funds'
import { createRegistry, defineModule, type Module } from '@opendpf/kit'
import { notices } from '@opendpf/notices'
import { organisations } from '@opendpf/organisations'
import { persons } from '@opendpf/persons'
import { expect, it } from 'vitest'
import { type Programme, programmes, programmesId } from '../contract/index.js'
import { grants } from '../testing/grants.js'
import { inspectProgrammes } from './inspect-programmes.js'

const words = { title: '演示' } as const
const sound = (grants.declares[programmesId] as { readonly allowance: Programme }).allowance

/** A deployment with a line that declares one programme. */
function deployment(programme: Programme) {
  const line = defineModule({
    id: 'line',
    records: {},
    declares: { [programmesId]: { one: programme } },
    messages: { 'zh-CN': words, en: words },
  })
  const modules = [persons, organisations, notices, funds, eligibilityModule, programmes, grants, line]
  return createRegistry(modules as unknown as readonly Module[])
}

const abroad = { scheme: 'grants.allowance', stops: [{ reason: 'death', when: 'grants.died' }] } as const
const { notice: _, ...unposted } = sound

it('finds nothing in programmes that name what others declare', () => {
  expect(inspectProgrammes(deployment({ ...unposted, ...abroad }))).toEqual([])
})

it.each<readonly [string, Partial<Programme>]>([
  ['asks the scheme "line.living"', { scheme: 'living' }],
  ['is for a household, and its scheme is about persons.person', { beneficiary: 'household' }],
  ['"grants.relief" names no amount', { scheme: 'grants.relief' }],
  ['"grants.relief" names no amount', { scheme: 'grants.relief', amount: { by: 'decision', most: 'scheme' } }],
  ['stops at "death" by the predicate "line.died"', { stops: [{ reason: 'death', when: 'died' }] }],
  ['its module declares no notices of it', { notice: { workingDays: 7, leavesOutMinors: true } }],
])('names the programme and what nobody declares: %s', (problem, part) => {
  const findings = inspectProgrammes(deployment({ ...unposted, ...abroad, ...part }))
  expect(findings).toHaveLength(1)
  expect(findings[0]).toContain(`the programme "line.one" `)
  expect(findings[0]).toContain(problem)
})
