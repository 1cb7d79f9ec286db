import { eligibilityModule } from '@opendpf/eligibility'
import { persons } from '@opendpf/persons'
import { composeResidentId } from '@opendpf/standards'
import type { Call } from '@opendpf/testing'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { programmes } from '../../contract/index.js'
import { type Desk, openDesk } from '../../testing/grant-desk.js'

const { enrolment, takeover } = programmes.records
const { account, person, status } = persons.records
const headings = '项目,身份证号,享受起始月份,接续发放月份,月金额,开户银行,银行账号,原审批文件,车架号'
const card = '6212260200012345678'
let desk: Desk
beforeAll(async () => {
  desk = await openDesk('2026-06-15T02:00:00Z')
})
afterAll(() => desk.server.stop())

interface Line {
  readonly idNumber: string
  readonly programme?: string
  readonly since?: string
  readonly from?: string
  readonly amount?: string
  readonly account?: string
  readonly frame?: string
}

const lineOf = ({ idNumber, programme = '生活补助（演示）', since = '2023-02', from = '2026-06', ...more }: Line) =>
  [
    ...[programme, idNumber, since, from, more.amount ?? '', more.account === undefined ? '' : '县农商行'],
    ...[more.account ?? '', '民发〔2023〕8号', more.frame ?? ''],
  ].join(',')

/** Brings a roster through the wizard: what its dry run says, and, where it has good rows, the run. */
async function bring(lines: readonly Line[], call: Call = desk.clerk) {
  const form = new FormData()
  form.set('kind', takeover.ref)
  form.set('file', new File([[headings, ...lines.map(lineOf)].join('\n')], '存量名册.csv'))
  const uploaded = await desk.done(call('POST', '/api/v1/system/imports', form))
  const sheets = uploaded.sheets.map(({ name, layout }: { name: string; layout: Layout }) => ({
    name,
    headerRows: layout.headerRows,
    columns: Object.fromEntries(layout.columns.map(({ index, field }) => [index, field ?? null])),
  }))
  const path = `/api/v1/system/imports/${uploaded.id}`
  const finish = async (job: string) => desk.server.work.done(job)
  await finish((await desk.done(call('POST', `${path}/plan`, { sheets, defaults: {} }))).job)
  const { fields } = await desk.done(call('GET', path))
  const remarks = async (kind: 'problems' | 'warnings') => {
    const { rows } = await desk.done(call('GET', `${path}/rows?only=${kind}`))
    return (rows as readonly Shown[]).flatMap((row) => row[kind].map(({ code }) => `${row.row} ${code}`))
  }
  const said = { problems: await remarks('problems'), warnings: await remarks('warnings') }
  if (fields.creates > 0)
    expect(await finish((await desk.done(call('POST', `${path}/run`, { mode: 'valid-rows' }))).job)).toMatchObject({
      state: 'done',
    })
  return { path, creates: fields.creates as number, ...said }
}

async function undo(path: string) {
  return desk.server.work.done((await desk.done(desk.clerk('POST', `${path}/undo`))).job)
}

interface Layout {
  readonly headerRows: unknown
  readonly columns: readonly { readonly index: number; readonly field?: string }[]
}
interface Shown {
  readonly row: number
  readonly problems: readonly { readonly code: string }[]
  readonly warnings: readonly { readonly code: string }[]
}

const numberOf = (id: string) => desk.server.write(async ({ read }) => (await read.one(person, id))?.idNumber ?? '')
const heldBy = (id: string) => desk.server.write(({ read }) => read.many(enrolment, { person: id }))

it('makes people who receive of an old roster, without arrears, and names the old decision', async () => {
  const id = await desk.person()
  const brought = await bring([{ idNumber: await numberOf(id), amount: '100', account: card }])
  expect(brought).toMatchObject({ creates: 1, problems: [], warnings: [] })
  const [held] = await heldBy(id)
  expect(held).toMatchObject({
    programme: 'grants.allowance',
    state: 'active',
    fromMonth: '2026-06',
    amount: null,
    checkBy: '2027-06',
    application: null,
  })
  const row = await desk.server.write(({ read }) => read.one(takeover, held?.takeover ?? ''))
  expect(row).toMatchObject({ grantedSince: '2023-02', document: '民发〔2023〕8号', amount: 10_000 })
  const accounts = await desk.server.write(({ read }) => read.many(account, { person: id }))
  expect(accounts).toMatchObject([{ number: card, bank: '县农商行', isDefault: true }])
  const cycle = await desk.computed('grants.allowance', '2026-06')
  expect(await desk.membersOf(cycle)).toMatchObject([{ enrolment: held?.id, amount: 10_000, arrears: null }])
  expect(await desk.differencesOf(cycle)).toEqual([])
  // what a cycle rests on is not taken back
  expect(await undo(brought.path)).toMatchObject({ state: 'failed' })
  expect(await heldBy(id)).toHaveLength(1)
})

it('takes those over who do not qualify today, and asks about them in the first cycle', async () => {
  const [poor, left] = [await desk.person(), await desk.person({ isPoor: false })]
  await desk.make(status, { person: left, kind: 'extremely-poor', since: '2026-01-01', source: 'civil-affairs' })
  const brought = await bring([
    { idNumber: await numberOf(poor), programme: 'grants.pension', amount: '77.5' },
    { idNumber: await numberOf(left), programme: 'grants.pension' },
  ])
  expect(brought).toMatchObject({
    creates: 2,
    problems: [],
    warnings: ['2 takeover.warning.standard', '3 takeover.warning.not-eligible'],
  })
  const cycle = await desk.computed('grants.pension', '2026-06')
  expect(await desk.differencesOf(cycle)).toMatchObject([{ person: left, kind: 'not-eligible', state: 'open' }])
})

it('refuses row by row what cannot be taken over, and says why', async () => {
  const [good, enrolled, drawing] = [await desk.person(), await desk.person(), await desk.person()]
  await desk.enrol('grants.allowance', enrolled, '2026-01')
  await desk.make(eligibilityModule.records.benefit, {
    person: drawing,
    kind: 'work-injury-care-fee',
    since: '2020-01-01',
    source: 'civil-affairs',
  })
  const idNumber = await numberOf(good)
  const nobody = composeResidentId({ addressCode: '990121', birthDate: '1960-01-01', sequence: 987 })
  const fuel = { programme: '机动轮椅车燃油补贴（演示）', frame: 'LX-1' }
  const { problems, creates } = await bring([
    { idNumber },
    { idNumber },
    { idNumber: nobody },
    { idNumber: await numberOf(enrolled) },
    { idNumber: await numberOf(drawing), ...fuel },
    { idNumber, programme: '临时救助（演示）' },
    { idNumber, programme: '没有的项目' },
    { idNumber, since: '2026-07', from: '2026-06' },
    { idNumber, programme: fuel.programme },
  ])
  expect(problems).toEqual([
    '3 takeover.problem.repeated',
    '4 referenceUnknown',
    '5 takeover.problem.enrolled',
    '6 takeover.problem.excluded',
    '7 takeover.problem.once',
    '7 takeover.problem.amount',
    '8 takeover.problem.programme',
    '9 takeover.problem.order',
    '9 takeover.problem.future',
    '10 takeover.problem.objectNumber',
  ])
  expect(creates).toBe(1)
})

it('compares the sum of an old roster with what is paid to people like him', async () => {
  const { parameter } = eligibilityModule.records
  const decided = await desk.make(parameter, {
    name: 'grants.standard',
    region: places.county,
    since: '2026-06-01',
    value: { allowance: 12_000 },
    documentTitle: '分类标准',
  })
  await desk.take(parameter, decided, 'enact')
  const [same, other, unknown] = [await desk.person(), await desk.person(), await desk.person({ isPoor: false })]
  const { warnings } = await bring([
    { idNumber: await numberOf(same), amount: '120' },
    { idNumber: await numberOf(other), amount: '100' },
    { idNumber: await numberOf(unknown), amount: '100' },
  ])
  expect(warnings).toEqual(['3 takeover.warning.standard', '4 takeover.warning.undecidable'])
})

it('is taken back as a whole as long as nothing was computed with it, and is the county’s to bring', async () => {
  const id = await desk.person()
  const { path } = await bring([{ idNumber: await numberOf(id), account: '6212260200012345686' }])
  expect(await heldBy(id)).toHaveLength(1)
  expect(await undo(path)).toMatchObject({ state: 'done' })
  expect(await heldBy(id)).toEqual([])
  expect(await desk.server.write(({ read }) => read.many(account, { person: id }))).toEqual([])
  const town = desk.server.as({ id: 'town', at: places.town })
  const brought = await bring([{ idNumber: await numberOf(id) }], town)
  expect(brought).toMatchObject({ creates: 0, problems: ['2 takeover.problem.county'] })
})
