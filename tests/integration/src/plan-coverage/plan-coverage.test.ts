import { modules as served } from '@opendpf/app-server/modules'
import { type Catalogue, catalogueOf, dimensionsOf, type FigureRead } from '@opendpf/figures'
import { loansServer, stipendsServer, visitsServer } from '@opendpf/fixtures'
import type { PlacedRecord } from '@opendpf/kit'
import type { ModuleServer } from '@opendpf/kit/server'
import { programmesId } from '@opendpf/programmes'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { coveragePage } from './coverage-page.js'
import { readPlanItems, standingOf } from './plan-items.js'
import { fillCounty } from './sample-rows.js'

// samples of programmes are of one that only tests know
const modules = [visitsServer, loansServer, stipendsServer, ...served] as unknown as readonly ModuleServer[]
const kinds = readPlanItems()

let server: TestServer
let catalogue: Catalogue
beforeAll(async () => {
  server = await startTestServer({ modules, hasWork: true })
  catalogue = catalogueOf(server.platform.registry)
  await fillCounty(
    server,
    modules.flatMap(({ module }) => Object.values(module.records) as PlacedRecord[]),
  )
}, 120_000)
afterAll(() => server.stop())

describe('what plans ask for', () => {
  it('is told apart, and is served by what there is', () => {
    const { registry } = server.platform
    const all = [...registry.records.values()]
    const records = new Set<string>(all.map(({ ref }) => ref))
    const steps = new Set(
      all.flatMap(({ ref, workflow }) => Object.keys(workflow?.transitions ?? {}).map((step) => `${ref}.${step}`)),
    )
    const programmes = new Set(
      registry.modules.flatMap(({ id, declares }) =>
        Object.keys(declares[programmesId] ?? {}).map((one) => `${id}.${one}`),
      ),
    )
    const routes = new Set(server.routes.map(({ method, path }) => `${method} ${path}`))
    const unknown = kinds.flatMap(({ en, ...kind }) =>
      [
        ...(kind.records ?? []).filter((name) => !records.has(name)),
        ...(kind.steps ?? []).filter((name) => !steps.has(name)),
        ...(kind.programmes ?? []).filter((name) => !programmes.has(name)),
        ...(kind.routes ?? []).filter((name) => !routes.has(name)),
      ].map((name) => `${en}: ${name}`),
    )
    expect(unknown).toEqual([])
    expect(new Set(kinds.map(({ line, en }) => `${line} ${en}`)).size).toBe(kinds.length)
  })

  it('is not said to be served by records and steps without anything that they are of', () => {
    const astray = kinds.filter(
      ({ records, steps, programmes, figures, by }) =>
        (!records && (steps ?? programmes ?? figures)) || (by && !figures),
    )
    expect(astray.map(({ en }) => en)).toEqual([])
  })

  it('is told in the unit and along the dimensions it is asked in', () => {
    const wrong = kinds.flatMap(({ en, unit, by = [], figures = [] }) => {
      const indicators = figures.flatMap(({ indicator }) => catalogue.get(indicator) ?? [])
      if (indicators.length === 0) return []
      const known = new Set(indicators.flatMap((one) => dimensionsOf(catalogue, one)))
      return [
        ...(indicators.some((one) => one.unit === unit) ? [] : [`${en}: nothing is told in ${unit}`]),
        ...by.filter((name) => !known.has(name)).map((name) => `${en}: nothing is told by ${name}`),
      ]
    })
    expect(wrong).toEqual([])
  })

  it('is told of a county that works: every figure comes to something', async () => {
    const asked = kinds.flatMap(({ en, figures = [] }) => figures.map((figure) => ({ en, ...figure })))
    const { status, body, text } = await server.as({ at: 'all' })('POST', '/api/v1/figures/query', {
      figures: asked.map(({ indicator, filters }) => ({
        indicator,
        filters,
        from: '2026-01-01',
        to: '2026-06-15',
        division: places.county,
      })),
    })
    expect(status, text).toBe(200)
    const told: readonly FigureRead[] = body.figures
    const missing = asked.flatMap(({ en, indicator, filters, value: wanted }, index) => {
      const { value = null, unknownReason } = told[index] ?? {}
      const isRight = wanted === undefined ? (value ?? 0) > 0 : value === wanted
      return isRight ? [] : [`${en}: ${indicator} ${JSON.stringify(filters ?? {})} is ${value ?? unknownReason}`]
    })
    expect(missing).toEqual([])
    expect(asked.length).toBeGreaterThan(60)
  })

  // after a change: `vitest run src/plan-coverage -u` in this folder writes it anew
  it('is what the page says', async () => {
    await expect(coveragePage({ kinds, catalogue, registry: server.platform.registry })).toMatchFileSnapshot(
      '../../../../apps/docs/plan-coverage.md',
    )
    expect(kinds.filter((kind) => standingOf(kind) === 'open').length).toBeLessThan(kinds.length / 2)
  })
})
