import { fc } from '@fast-check/vitest'
import { personSteps, startsIn } from '@opendpf/kit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { programmes } from '../../contract/index.js'
import { type Desk, openDesk } from '../../testing/grant-desk.js'

const { application } = programmes.records
let desk: Desk
beforeAll(async () => {
  desk = await openDesk('2026-06-15T02:00:00Z')
  for (const name of ['relief', 'pension', 'fuel', 'allowance']) await desk.offer(`grants.${name}`)
})
afterAll(() => desk.server.stop())

const deed = fc.record({ pick: fc.nat(40), by: fc.nat(3), isLost: fc.integer({ min: 0, max: 5 }).map((n) => n === 0) })

/** States that no programme without these stages ever rests in. */
const stages = {
  'grants.relief': ['surveying', 'village', 'town', 'department', 'notice', 'objection'],
  'grants.pension': ['surveying', 'village', 'notice', 'objection', 'decision'],
  'grants.fuel': ['surveying', 'village', 'town', 'department', 'notice', 'objection'],
  'grants.allowance': ['department'],
} as const

it('whoever tries whatever, an application rests in stages of its programme only, and nobody decides what he reviewed', {
  timeout: 120_000,
}, async () => {
  const steps = personSteps(application)
  const values = {
    correctionNote: '补正',
    villageOpinion: 'supports',
    villageOn: '2026-06-15',
    departmentDocument: '示〔2026〕1号',
    departmentOn: '2026-06-15',
    refusalReason: 'other',
    refusalNote: '原因',
    toldOn: '2026-06-15',
    toldBy: 'phone',
    appealReason: '申诉',
    appealConclusion: '结论',
    withdrawReason: '不再申请',
    amount: 100,
    evidence: ['idCard'],
    surveyedOn: '2026-06-15',
    surveyors: '调查员',
    surveyPlace: '家中',
    survey: { rooms: 1, livesAlone: false, water: 'tap' },
  }
  const reached = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...(Object.keys(stages) as (keyof typeof stages)[])),
      fc.boolean(),
      fc.array(deed, { minLength: 18, maxLength: 18 }),
      async (programme, isPoor, deeds) => {
        const office = [desk.clerk, desk.reviewer, desk.approver, desk.second]
        const evidence = programme === 'grants.fuel' ? ['invoice'] : programme === 'grants.allowance' ? ['idCard'] : []
        const id = await desk.make(application, {
          programme,
          person: await desk.person({ isPoor }),
          applicant: 'self',
          channel: 'counter',
          evidence,
          objectNumber: 'N-1',
        })
        const takers = new Map<string, number>([['create', 0]])
        for (const { pick, by, isLost } of deeds) {
          const state = await desk.state(id)
          const possible = steps.filter(([verb, step]) => verb !== 'withdraw' && (isLost || startsIn(step, state)))
          const found = possible[pick % Math.max(possible.length, 1)]
          if (!found) break
          const [verb, step] = found
          // a step is given what it needs, and what stands on the form with it
          const wanted = [...((step as { requires?: readonly string[] }).requires ?? [])]
          if (verb === 'approve' && programme === 'grants.relief') wanted.push('amount')
          if (verb === 'noteSurvey') wanted.push('surveyedOn', 'surveyors', 'surveyPlace', 'survey')
          const given = Object.fromEntries(wanted.map((name) => [name, values[name as keyof typeof values]]))
          const { status } = await desk.step(application, id, verb, given, office[by])
          const after = await desk.state(id)
          if (status === 200) {
            expect(startsIn(step, state), `${verb} from ${state}`).toBe(true)
            for (const other of (step as { notBy?: readonly string[] }).notBy ?? [])
              expect(takers.get(other), `${verb} by who took ${other}`).not.toBe(by)
            takers.set(verb, by)
          } else expect(after, 'what is refused changes nothing').toBe(state)
          expect(stages[programme] as readonly string[]).not.toContain(after)
          reached.add(after)
          const { verdict, startMonth, decidedOn } = await desk.read(application, id)
          if (after === 'approved' || after === 'granted') {
            expect(startMonth).toBe('2026-06')
            expect(decidedOn).toBe('2026-06-15')
            if (programme !== 'grants.pension') expect(verdict).toBe('yes')
          }
        }
      },
    ),
    { numRuns: 14, seed: 990_121, endOnFailure: true },
  )
  for (const state of ['approved', 'rejected', 'appealable']) expect(reached).toContain(state)
})
