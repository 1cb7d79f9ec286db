import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ageOn, parseCreditCode, parseResidentId } from '@opendpf/standards'
import { describe, expect, it } from 'vitest'
import { type DemoRow, generateCounty, writeWorkbooks } from './index.js'

const today = '2026-10-31'

async function rowsOf(options: Parameters<typeof generateCounty>[0]): Promise<readonly DemoRow[]> {
  const rows: DemoRow[] = []
  for await (const row of generateCounty(options)) rows.push(row)
  return rows
}

const rows = await rowsOf({ persons: 5000, today })
const of = (record: string) => rows.filter((row) => row.record === record)
const share = (part: readonly unknown[], whole: readonly unknown[]): number => (part.length / whole.length) * 100

describe('the rows of the county', () => {
  it('come after what they refer to, each once', () => {
    const seen = new Set<string>()
    for (const { key, links } of rows) {
      for (const link of Object.values(links)) expect(seen.has(link), `${key} -> ${link}`).toBe(true)
      expect(seen.has(key), key).toBe(false)
      seen.add(key)
    }
  })

  it('are the same for the same seed', async () => {
    const small = await rowsOf({ persons: 200, today })
    expect(await rowsOf({ persons: 200, today })).toEqual(small)
    expect(await rowsOf({ persons: 200, today, seed: 'other' })).not.toEqual(small)
  })

  it('have as many holders as were asked for, families on top, and every number valid and its own', () => {
    expect(of('certificates.certificate')).toHaveLength(5000)
    const numbers = of('persons.person').map(({ values }) => String(values.idNumber))
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const { values } of of('persons.person')) {
      expect(parseResidentId(values.idNumber, { today })).toMatchObject({
        ok: true,
        value: { birthDate: values.birthDate, sex: values.sex === '1' ? 'male' : 'female' },
      })
    }
    expect(of('persons.person').length).toBeGreaterThan(7000)
  })

  it('give each household one head', () => {
    const byHousehold = Map.groupBy(of('persons.member'), ({ links }) => links.household)
    expect(byHousehold.size).toBe(of('persons.household').length)
    for (const members of byHousehold.values())
      expect(members.filter(({ values }) => values.relation === '01')).toHaveLength(1)
  })

  it('keep to what is known of holders: allowance, employment, schooling', () => {
    const kinds = Map.groupBy(of('persons.status'), ({ values }) => values.kind)
    expect(share(kinds.get('allowance') ?? [], of('certificates.certificate'))).toBeCloseTo(28, -1)
    expect(share(kinds.get('employed') ?? [], of('certificates.certificate'))).toBeCloseTo(24, -1)
    const birthDates = new Map(of('persons.person').map(({ key, values }) => [key, String(values.birthDate)]))
    for (const { links } of kinds.get('enrolled') ?? [])
      expect(ageOn(birthDates.get(links.person ?? '') ?? '', today)).toBeLessThan(18)
  })

  it('have the network of a county: one federation, 18 in towns, 300 associations, valid codes', () => {
    const types = Map.groupBy(of('organisations.organisation'), ({ values }) => values.type)
    expect([
      types.get('county-dpf')?.length,
      types.get('town-dpf')?.length,
      types.get('village-association')?.length,
      types.get('special-association')?.length,
    ]).toEqual([1, 18, 300, 5])
    const codes = of('organisations.organisation').flatMap(({ values }) =>
      values.creditCode === undefined ? [] : [String(values.creditCode)],
    )
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes) expect(parseCreditCode(code)).toMatchObject({ ok: true, warnings: [] })
    const commissioners = of('organisations.post').filter(({ values }) => values.kind === 'commissioner')
    expect(commissioners).toHaveLength(300)
  })
})

describe('the workbooks', () => {
  it('are the same bytes for the same seed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'opendpf-demo-'))
    try {
      const [first, second] = [join(folder, 'a'), join(folder, 'b')]
      const paths = await writeWorkbooks(first, { persons: 100, today })
      const again = await writeWorkbooks(second, { persons: 100, today })
      expect(paths).toHaveLength(4)
      for (const [index, path] of paths.entries())
        expect((await readFile(path)).equals(await readFile(again[index] ?? '')), path).toBe(true)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
