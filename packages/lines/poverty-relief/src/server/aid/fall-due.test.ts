import { places } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCounty } from '../../testing/county.js'

type Values = Readonly<Record<string, unknown>>
let county: Awaited<ReturnType<typeof openCounty>>
// days pass from one test to the next
beforeAll(async () => {
  county = await openCounty({ hasWork: true })
})
afterAll(() => county.server.stop())

const holder = () => county.holder({ category: '4', grade: '2' })
const address = (record: string, id: string) => `/api/v1/poverty-relief/${record}/${id}`
const read = async (record: string, id: string) => (await county.clerk('GET', address(record, id))).body
const stateOf = async (record: string, id: string) => (await read(record, id)).fields.state

/** Takes a step as somebody else than whoever entered the row, and answers the fields that it is refused for. */
async function step(record: string, id: string, verb: string, values: Values = {}): Promise<readonly string[]> {
  const second = county.server.as({ id: 'second' })
  const { version } = await read(record, id)
  const { status, body } = await second('POST', `${address(record, id)}/do/${verb}`, values, {
    'if-match': `"${version}"`,
  })
  return status === 200 ? [] : (body.errors ?? [{ path: body.code }]).map(({ path }: { path: string }) => path)
}

/** When the period ends that runs for a row. */
async function dueOn(id: string): Promise<string | undefined> {
  const { body } = await county.clerk('GET', `/api/v1/system/deadlines?rowId=${id}&endedOn.empty=true`)
  return body.rows?.[0]?.fields.dueOn
}

const listed = async (values: Values) => {
  const id = await county.add('poverty-relief/poor-entries', {
    person: await holder(),
    kind: 'marginal',
    entry: 'first',
    cause: 'illness',
    foundOn: '2026-01-05',
    householdSize: 3,
    income: 600_000,
  })
  expect(await step('poor-entries', id, 'admit', { listedOn: '2026-01-10', ...values })).toEqual([])
  return id
}
const pairing = async (since: string) =>
  county.add('poverty-relief/pairings', {
    person: await holder(),
    helperKind: 'official',
    helperName: '帮扶甲',
    since,
    goal: '增收',
  })
const help = (id: string, helpedOn: string) =>
  county.add('poverty-relief/helps', { pairing: id, kind: 'visit', note: '走访', helpedOn })

describe('the poor list', () => {
  it('stands at a desk once its review is due, with a day by which it is done, and comes back to the list with a new day', async () => {
    const [due, later] = [await listed({ reviewOn: '2026-06-16' }), await listed({ reviewOn: '2026-06-17' })]
    await county.job('fallDue')
    expect(await stateOf('poor-entries', due)).toBe('listed')
    county.passTo('2026-06-16')
    await county.job('fallDue')
    await county.job('fallDue')
    expect([await stateOf('poor-entries', due), await stateOf('poor-entries', later)]).toEqual(['to-review', 'listed'])
    // fifteen working days, over the Dragon Boat Festival
    expect(await dueOn(due)).toBe('2026-07-08')
    expect(await step('poor-entries', due, 'review', { reviewedOn: '2026-06-16', reviewOn: '2026-06-16' })).toContain(
      'reviewOn',
    )
    expect(await step('poor-entries', due, 'review', { reviewedOn: '2026-06-16', reviewOn: '2026-12-16' })).toEqual([])
    expect(await stateOf('poor-entries', due)).toBe('listed')
  })

  it('shows whose watch is over: closed, or watched for longer', async () => {
    const id = await listed({ reviewOn: '2026-12-01' })
    const off = { leftOn: '2026-06-16', leaveReason: 'risk-gone', watchUntil: '2026-06-20' }
    expect(await step('poor-entries', id, 'takeOff', off)).toEqual([])
    county.passTo('2026-06-20')
    await county.job('fallDue')
    expect(await stateOf('poor-entries', id)).toBe('watch-ended')
    expect(await step('poor-entries', id, 'watchLonger', { watchUntil: '2026-06-20' })).toEqual(['watchUntil'])
    expect(await step('poor-entries', id, 'watchLonger', { watchUntil: '2026-06-21' })).toEqual([])
    county.passTo('2026-06-21')
    await county.job('fallDue')
    expect(await step('poor-entries', id, 'close', { closedOn: '2026-06-21' })).toEqual([])
  })

  it('holds somebody whose review is due: nobody is entered beside', async () => {
    const id = await listed({ reviewOn: '2026-06-21' })
    await county.job('fallDue')
    expect(await stateOf('poor-entries', id)).toBe('to-review')
    const { person } = (await read('poor-entries', id)).fields
    const { status } = await county.clerk('POST', '/api/v1/poverty-relief/poor-entries', {
      person,
      kind: 'marginal',
      entry: 'first',
      cause: 'illness',
      foundOn: '2026-06-21',
      householdSize: 3,
      income: 600_000,
    })
    expect(status).toBe(422)
  })
})

describe('a helper', () => {
  it('who was not seen for three months stands at a desk until he has helped again', async () => {
    const [quiet, seen] = [await pairing('2026-03-20'), await pairing('2026-03-20')]
    await help(seen, '2026-03-22')
    county.passTo('2026-06-22')
    await county.job('fallDue')
    expect([await stateOf('pairings', quiet), await stateOf('pairings', seen)]).toEqual(['neglected', 'active'])
    expect(await dueOn(quiet)).toBe('2026-07-06')
    // a help of long ago is none that was missed
    await help(quiet, '2026-03-21')
    expect(await stateOf('pairings', quiet)).toBe('neglected')
    await help(quiet, '2026-06-22')
    expect(await stateOf('pairings', quiet)).toBe('active')
  })

  it('has as long as the county decided, from the day on which it holds', async () => {
    const id = await pairing('2026-05-20')
    const decision = {
      name: 'poverty-relief.helpEveryMonths',
      region: places.county,
      since: '2026-06-25',
      value: 1,
      documentTitle: '示例县结对帮扶办法（演示数据）',
    }
    const parameter = await county.add('eligibility/parameters', decision)
    await county.server.as({ id: 'second' })(
      'POST',
      `/api/v1/eligibility/parameters/${parameter}/do/enact`,
      {},
      {
        'if-match': '"1"',
      },
    )
    county.passTo('2026-06-24')
    await county.job('fallDue')
    expect(await stateOf('pairings', id)).toBe('active')
    county.passTo('2026-06-25')
    await county.job('fallDue')
    expect(await stateOf('pairings', id)).toBe('neglected')
    expect(await step('pairings', id, 'end', { until: '2026-06-25', result: '已搬迁' })).toEqual([])
  })
})
