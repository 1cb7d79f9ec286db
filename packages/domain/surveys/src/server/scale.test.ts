import { persons } from '@opendpf/persons'
import { addDays } from '@opendpf/standards'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { surveys } from '../contract/index.js'
import { type Desk, openDesk } from '../testing/survey-desk.js'

const { campaign, interview } = surveys.records
const count = 400
let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
  const villages = [places.village, places.otherVillage, places.streetVillage, places.quietVillage]
  const rows = Array.from({ length: count }, (_, at) => ({
    // the register looks for duplicates among names that are alike
    name: String.fromCharCode(0x4e00 + at * 7, 0x5000 + at * 11, 0x6000 + at * 3),
    division: villages[at % 4],
    isCertified: true,
    sex: '1',
    birthDate: addDays('1950-01-01', at * 17),
    ...(at % 20 === 0 ? { isDeceased: true, deathDate: '2026-01-01' } : {}),
  }))
  await desk.server.write(({ write }) => write.createMany(persons.records.person, rows))
}, 120_000)
afterAll(() => desk.server.stop())

it('lists hundreds of people in a few statements, the dead left out, numbered village by village', {
  timeout: 30_000,
}, async () => {
  const id = await desk.opened()
  const { places: told } = await desk.expectDone(desk.clerk('GET', `/api/v1/surveys/campaigns/${id}/progress`))
  expect((await desk.read(campaign, id)).listed).toBe(count - Math.ceil(count / 20))
  expect(told).toHaveLength(4)
  const [first] = await desk.rows(interview, `campaign=${id}&order=-number&limit=1`)
  expect(first?.fields.number).toBe(Math.max(...told.map(({ listed }: { listed: number }) => listed)))
})
