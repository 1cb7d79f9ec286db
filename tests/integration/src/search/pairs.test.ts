import { visitsServer } from '@opendpf/fixtures'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pairs } from './pairs.js'

const households = '/api/v1/visits/households'
let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ modules: [visitsServer] })
  for (const { name } of pairs) {
    const { status } = await server.as()('POST', households, { head: name, division: places.village })
    expect(status, name).toBe(201)
  }
})
afterAll(() => server.stop())

interface Found {
  readonly titles: readonly string[]
  readonly ids: readonly string[]
  readonly total: number
}

async function find(search: string, more: object = {}): Promise<Found> {
  const { body, status } = await server.as()('POST', `${households}/query`, { search, limit: 100, ...more })
  expect(status, search).toBe(200)
  const rows: readonly { id: string; title: string }[] = body.rows
  return { ids: rows.map(({ id }) => id), titles: rows.map(({ title }) => title), total: body.total.value }
}

describe.each(pairs)('$name', ({ name, by, notBy = [] }) => {
  it.each(by.map((search) => [search]))('is found by “%s”', async (search) => {
    expect((await find(search)).titles).toContain(name)
  })
  it.each(notBy.map((search) => [search]))('is not found by “%s”', async (search) => {
    expect((await find(search)).titles).not.toContain(name)
  })
})

describe('a search', () => {
  const searches = [...new Set(pairs.flatMap(({ by, notBy = [] }) => [...by, ...notBy]))]

  it('finds every labelled name and nothing that is labelled otherwise', async () => {
    let [found, wanted, wrong] = [0, 0, 0]
    for (const search of searches) {
      const { titles } = await find(search)
      for (const { name, by, notBy = [] } of pairs) {
        if (by.includes(search)) wanted += 1
        if (by.includes(search) && titles.includes(name)) found += 1
        if (notBy.includes(search) && titles.includes(name)) wrong += 1
      }
    }
    expect({ recall: found / wanted, wrong }).toEqual({ recall: 1, wrong: 0 })
    expect(wanted).toBeGreaterThan(100)
  })

  it('shows each name once, counts what it shows, and is the same in an order of the list', async () => {
    for (const search of searches) {
      const found = await find(search)
      expect(new Set(found.ids).size, search).toBe(found.ids.length)
      expect(found.total, search).toBe(found.ids.length)
      const ordered = await find(search, { order: { by: 'head', direction: 'descending' } })
      expect(ordered.ids.toSorted(), search).toEqual(found.ids.toSorted())
    }
  })

  it('comes in pages without a gap', async () => {
    for (const search of ['z', 'x', '三', 'w']) {
      const whole = await find(search)
      const ids: string[] = []
      let cursor: string | undefined
      do {
        const { body } = await server.as()('POST', `${households}/query`, {
          search,
          limit: 1,
          ...(cursor === undefined ? {} : { cursor }),
        })
        ids.push(...body.rows.map(({ id }: { id: string }) => id))
        cursor = body.next
      } while (cursor !== undefined)
      expect(ids, search).toEqual(whole.ids)
    }
  })
})
