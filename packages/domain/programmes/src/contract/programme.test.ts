import { describe, expect, it } from 'vitest'
import { defineProgramme, type Programme } from './programme.js'
import { askWhether } from './survey.js'

const title = { 'zh-CN': '示例补贴', en: 'Example' }
const sound: Programme = {
  title,
  line: 'poverty-relief',
  basis: '演示办法',
  beneficiary: 'person',
  scheme: 'example',
  amount: { by: 'scheme' },
  evidence: {},
  steps: { survey: { questions: { livesAlone: askWhether(title) }, mayBeLater: false } },
  cycle: 'monthly',
  start: 'application-month',
  stops: [{ reason: 'death', when: 'hasDied' }],
  stopsFrom: 'following-month',
}

describe('a definition', () => {
  it('that is sound stays as it is', () => expect(defineProgramme(sound)).toBe(sound))

  it.each<readonly [string, Partial<Programme>]>([
    ['belongs to a line', { line: 'Poverty' }],
    ['written MM-DD', { window: { from: '2-30', until: '12-31' } }],
    ['written MM-DD', { window: { from: '02-30', until: '12-31' } }],
    ['above nothing', { amount: { by: 'decision', most: 0 } }],
    ['pays an institution', { payment: 'institution' }],
    ['applied for by nobody', { applicants: [] }],
    ['camelCase', { evidence: { 'id-card': { title, isRequired: true } } }],
    ['without questions', { steps: { survey: { questions: {}, mayBeLater: false } } }],
    ['whole working days', { notice: { workingDays: 2.5, leavesOutMinors: true } }],
    ['two rules for one reason', { stops: [...sound.stops, ...sound.stops] }],
    ['nothing ends it', { stops: [] }],
    ['whole months', { recheckMonths: 0 }],
  ])('that contradicts itself is refused by its name: %s', (problem, part) => {
    expect(() => defineProgramme({ ...sound, ...part })).toThrow(new RegExp(`示例补贴.*${problem}`))
  })
})
