import { checkIndicators, readFigures } from '@opendpf/figures/reading'
import { personsServer } from '@opendpf/persons/server'
import { places, startTestServer } from '@opendpf/testing'
import { expect, it } from 'vitest'
import { organisations } from '../contract/index.js'
import { organisationsServer } from './index.js'

it('counts organisations that are founded and not closed, by their type', async () => {
  const server = await startTestServer({ modules: [personsServer, organisationsServer] })
  const base = { division: places.county, type: 'service-centre' }
  const figures = await server.write(async (context) => {
    await context.write.createMany(organisations.records.organisation, [
      { ...base, name: '示范托养中心', foundedOn: '2020-01-01' },
      { ...base, name: '示范旧中心', foundedOn: '2010-01-01', closedOn: '2026-03-01' },
      { ...base, name: '示范医院', type: 'hospital' },
    ])
    expect(await checkIndicators(context, 'organisations')).toEqual([])
    const asked = { indicator: 'organisations.organisations', division: places.county }
    return readFigures(context, [
      { ...asked, to: '2026-06-01', by: 'type' },
      { ...asked, to: '2026-02-28' },
    ])
  })
  expect(figures.map(({ value }) => value)).toEqual([2, 3])
  expect(figures[0]?.groups).toEqual([
    { key: 'hospital', value: 1, unknownReason: null },
    { key: 'service-centre', value: 1, unknownReason: null },
  ])
  await server.stop()
})
