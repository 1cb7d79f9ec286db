import { checkIndicators } from '@opendpf/figures/reading'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rehab } from '../../contract/index.js'
import { openRehabDesk, type RehabDesk } from '../../testing/rehab-desk.js'

const { plan, followUp, station, stationCheck, agreement, inspection, patient } = rehab.records
let desk: RehabDesk
beforeAll(async () => {
  desk = await openRehabDesk()
})
afterAll(() => desk.server.stop())

/** Something of most of what is counted, done and not done: a part that is not of its whole shows on rows alone. */
async function fill(): Promise<void> {
  const [one, other] = [await desk.person({ category: '4' }), await desk.person({ category: '1' })]
  const institution = await desk.organisation('石桥康复站', 'rehab-station')
  const file = await desk.file(one, { cardIssuedOn: '2026-02-02' })
  await desk.file(other)
  await desk.assess(file)
  await desk.expectDone(desk.step(plan, await desk.plan(file), 'agree', { agreedOn: '2026-02-20', agreedBy: 'self' }))
  await desk.expectDone(desk.serve(one, await desk.need(one), { institution, meetsNeed: true }))
  await desk.expectDone(desk.serve(one, await desk.need(one), { setting: 'home' }))
  await desk.need(other)
  for (const effect of ['improved', 'unchanged']) {
    const id = await desk.make(followUp, { file, about: 'service', dueOn: '2026-05-01' })
    await desk.expectDone(desk.step(followUp, id, 'hold', { heldOn: '2026-05-02', way: 'phone', effect }))
  }
  await desk.operate(await desk.cataract(other), institution, { cost: 100, fundPaid: 100 })
  await desk.cataract(one)
  const device = await desk.device()
  await desk.expectDone(desk.issue(await desk.assessedFitting(one, device), await desk.stocked(device, 3)))
  for (const openedOn of ['2026-02-01', '2026-03-01'])
    await desk.make(station, { division: '990121100201', title: '康复站', kind: 'station', level: 'village', openedOn })
  const [first] = await desk.rows(station, 'level=village')
  const met = Object.fromEntries(
    ['Room', 'Equipment', 'Coordinator', 'Rules', 'Files', 'Training', 'Access', 'Referral'].map((name) => [
      `has${name}`,
      true,
    ]),
  )
  const check = await desk.make(stationCheck, { station: first?.id, checkedOn: '2026-04-01', ...met })
  await desk.expectDone(desk.step(stationCheck, check, 'accept'))
  const terms = { division: '990121000000', institution, purpose: 'devices', number: 'D-1', signedOn: '2026-01-01' }
  const held = await desk.make(agreement, { ...terms, since: '2026-01-01', until: '2026-12-31' })
  for (const score of [60, 90]) await desk.make(inspection, { agreement: held, inspectedOn: '2026-05-01', score })
  const [good] = await desk.rows(inspection, `agreement=${held}`)
  await desk.expectDone(desk.step(inspection, good?.id ?? '', 'pass'))
  await desk.make(patient, { person: one, foundOn: '2026-01-01', source: 'census' })
}

it('are what they declare: as of now and then, along every dimension, listed row by row', {
  timeout: 120_000,
}, async () => {
  await fill()
  const problems = await desk.server.write((context) => checkIndicators(context, 'rehab'))
  expect(problems).toEqual([])
  // and there was something to look at
  for (const name of [
    'services',
    'coverage',
    'cataractFreeShare',
    'devicesIssued',
    'stationsShare',
    'inspectionsShare',
  ])
    expect((await desk.figure(name))?.value ?? 0, name).toBeGreaterThan(0)
})
