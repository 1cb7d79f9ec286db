import { headOf, parseCertificateNumber, parseDivision, parseResidentId } from '@opendpf/standards'
import { describe, expect, it } from 'vitest'
import { demoDivisions, demoTowns, demoVillages, generatePersons, holderMix, rosterWorkbook } from './index.js'

const today = '2026-10-31'
const people = [...generatePersons({ persons: 20_000, today })]
const share = (matches: (person: (typeof people)[number]) => boolean): number =>
  (people.filter(matches).length / people.length) * 100

async function bytesOf(options: Parameters<typeof rosterWorkbook>[0]): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of rosterWorkbook(options)) pieces.push(piece)
  return Buffer.concat(pieces)
}

describe('the made-up county', () => {
  it('has 18 towns and 300 villages with valid codes and different names in a town', () => {
    expect(demoTowns).toHaveLength(18)
    expect(demoVillages).toHaveLength(300)
    for (const { code, level } of demoDivisions)
      expect(parseDivision(code), code).toMatchObject({ ok: true, value: { level } })
    expect(new Set(demoVillages.map(({ code, name }) => code.slice(0, 9) + name)).size).toBe(300)
  })

  it('is the same for the same seed, to the byte, and another for another', async () => {
    const first = await bytesOf({ persons: 300 })
    expect(first.equals(await bytesOf({ persons: 300 }))).toBe(true)
    expect(first.equals(await bytesOf({ persons: 300, seed: 'other' }))).toBe(false)
  })

  it('holds valid numbers, each once, that agree with the person', () => {
    expect(new Set(people.map(({ idNumber }) => idNumber)).size).toBe(people.length)
    for (const person of people) {
      expect(parseResidentId(person.idNumber, { today })).toMatchObject({
        ok: true,
        value: { birthDate: person.birthDate, sex: person.sex === '1' ? 'male' : 'female' },
      })
      const certificate = parseCertificateNumber(person.certificateNumber, { today })
      expect(certificate).toMatchObject({
        ok: true,
        value: { category: person.disability.category, grade: person.disability.grade },
      })
      expect(headOf(person.disability.components)).toMatchObject({
        ok: true,
        value: { category: person.disability.category, grade: person.disability.grade },
      })
      expect(person.issueDate >= person.birthDate && person.issueDate <= today && person.validTo >= today).toBe(true)
    }
  })

  it('has the mix of certificate holders', () => {
    for (const [category, { share: expected }] of Object.entries(holderMix)) {
      expect(Math.abs(share(({ disability }) => disability.category === category) - expected), category).toBeLessThan(1)
    }
    expect(Math.abs(share(({ disability }) => disability.grade <= '2') - 41.5)).toBeLessThan(1.5)
    expect(Math.abs(share(({ sex }) => sex === '1') - 59)).toBeLessThan(1.5)
  })

  it('has names that old programs cannot show, compound surnames, and names with a dot', () => {
    expect(people.some(({ name }) => name.includes('䶮'))).toBe(true)
    expect(people.some(({ name }) => name.includes('𬭎'))).toBe(true)
    expect(people.some(({ name }) => name.startsWith('欧阳'))).toBe(true)
    expect(people.some(({ name }) => name.includes('·'))).toBe(true)
  })
})
