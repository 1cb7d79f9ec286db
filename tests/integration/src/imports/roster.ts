import { readFile } from 'node:fs/promises'
import { cellAt, openSheet, readRows, textOf } from '@opendpf/sheets'
import { type TestServer, testDivisions } from '@opendpf/testing'

/** A roster as a county really sends it: titles above, merged cells, spoiled and full-width numbers, footers. Nobody in it exists. */
export const messyRoster = (): Promise<Uint8Array> =>
  readFile(new URL('../../../fixtures/data/roster-messy.xlsx', import.meta.url))

/** Makes the towns and villages that a roster names, as far as the county does not have them. */
export async function addPlacesOf(roster: Uint8Array, server: TestServer): Promise<void> {
  const towns = new Map<string, Set<string>>()
  const workbook = await openSheet(roster, { name: 'roster.xlsx' })
  for await (const row of readRows(workbook, 0)) {
    const [town, village] = [textOf(cellAt(row, 9)), textOf(cellAt(row, 10))]
    if (/(镇|乡|街道)$/.test(town) && /村$/.test(village)) towns.set(town, (towns.get(town) ?? new Set()).add(village))
  }
  const known = new Map(
    testDivisions
      .filter(({ level, code }) => level === 'town' && code.startsWith('990121'))
      .map(({ code, name }) => [name as string, code.slice(0, 9)]),
  )
  const made = [...towns].flatMap(([town, villages], index) => {
    const code = known.get(town) ?? `9901212${String(index).padStart(2, '0')}`
    return [
      ...(known.has(town) ? [] : [{ code: `${code}000`, name: town, level: 'town', isSynthetic: true }]),
      ...[...villages]
        .filter((village) => !testDivisions.some(({ code: each, name }) => each.startsWith(code) && name === village))
        .map((village, at) => ({ code: `${code}${301 + at}`, name: village, level: 'village', isSynthetic: true })),
    ]
  })
  await server.write(({ registry, write }) => write.createMany(registry.record('system.division'), made))
}
