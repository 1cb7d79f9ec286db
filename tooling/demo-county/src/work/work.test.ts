import { ageOn } from '@opendpf/standards'
import { describe, expect, it } from 'vitest'
import { demoTowns, generateFamilies, generateOrganisations, generatePersons } from '../index.js'
import { rosterDayOf, yearsOf } from './calendar.js'
import { certificateKey, type DemoDeed, holderKey, organisationKey } from './deed.js'
import { generateWork, optionsOn } from './work.js'

const today = '2026-11-28'
const persons = 1200
const deeds = generateWork({ persons }, today)
const made = (record: string, year?: number): readonly DemoDeed[] =>
  deeds.filter((deed) => deed.record === record && deed.step === undefined && (!year || deed.on.startsWith(`${year}`)))
const taken = (record: string, step: string, year: number): readonly DemoDeed[] =>
  deeds.filter((deed) => deed.record === record && deed.step === step && deed.on.startsWith(`${year}`))
const people = (some: readonly DemoDeed[]): number => new Set(some.map(({ links }) => links['person'])).size

describe('two years of work', () => {
  it('are the same for the same seed, size and day, and others for others', () => {
    expect(generateWork({ persons }, today)).toEqual(deeds)
    expect(generateWork({ persons, seed: 'other' }, today)).not.toEqual(deeds)
  })

  it('lie in order from the roster to today, and name only what is there by then', () => {
    const [first, last] = [rosterDayOf(today), today]
    const known = new Set([
      ...[...generatePersons(optionsOn(today, { persons }))].flatMap((one) => [holderKey(one), certificateKey(one)]),
      ...[...generateFamilies(optionsOn(today, { persons }))].flatMap(({ members }) =>
        members.flatMap(({ relative }) => (relative ? [holderKey(relative)] : [])),
      ),
      ...[...generateOrganisations()].map(({ name }) => organisationKey(name)),
    ])
    let before = first
    for (const { on, key, step, links, after } of deeds) {
      expect(on >= before && on <= last, `${key} on ${on}`).toBe(true)
      before = on
      for (const named of [...Object.values(links), ...after, ...(step === undefined ? [] : [key])])
        expect(known.has(named), `${key} names ${named}`).toBe(true)
      if (step !== undefined) continue
      expect(known.has(key), `${key} is entered twice`).toBe(false)
      known.add(key)
    }
  })

  it('are as much as a county of this size does', () => {
    const [year] = yearsOf(today)
    const share = (count: number): number => (count / persons) * 100
    // of the holders in a year: 23 served, 4.3 with a device, 1.26 children aided, 24 at work
    expect(share(people(made('rehab.service', year)))).toBeCloseTo(23, -0.5)
    expect(share(taken('rehab.fitting', 'issue', year + 1).length)).toBeGreaterThan(3)
    expect(share(taken('rehab.fitting', 'issue', year + 1).length)).toBeLessThan(5.5)
    expect(share(taken('rehab.relief', 'approve', year).length)).toBeGreaterThan(0.9)
    expect(share(taken('rehab.relief', 'approve', year).length)).toBeLessThan(1.5)
    const atWork = made('persons.status').filter(({ values }) => values['kind'] === 'employed')
    expect(share(people(atWork))).toBeGreaterThan(21)
    expect(share(people(atWork))).toBeLessThan(28)
    expect(made('rehab.station').filter(({ values }) => values['level'] === 'town')).toHaveLength(demoTowns.length)
  })

  it('leave something on every desk: begun and not ended', () => {
    const stepped = new Set(deeds.filter(({ step }) => step !== undefined).map(({ key }) => key))
    for (const record of ['rehab.followUp', 'rehab.fitting', 'rehab.aid', 'rehab.relief', 'rehab.stationCheck'])
      expect(
        made(record).some(({ key }) => !stepped.has(key)),
        record,
      ).toBe(true)
  })

  it('are of children where they are for children', () => {
    const born = new Map(
      [...generatePersons(optionsOn(today, { persons }))].map((one) => [holderKey(one), one.birthDate]),
    )
    for (const { links, on } of made('rehab.relief'))
      expect(ageOn(born.get(links['person'] ?? '') ?? '', on)).toBeLessThan(18)
  })

  it('can be of a county of any size, on any day', () => {
    for (const size of [1, 3, 40]) expect(generateWork({ persons: size }, today).length).toBeGreaterThan(0)
    for (const day of ['2027-01-01', '2028-02-29', '2030-12-31']) {
      const later = generateWork({ persons: 40 }, day)
      expect(later.every(({ on }) => on >= rosterDayOf(day) && on <= day)).toBe(true)
    }
  })
})
