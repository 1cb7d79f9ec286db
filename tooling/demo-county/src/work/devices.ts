import { addMonths } from '@opendpf/standards'
import { countyCode } from '../divisions.js'
import type { DemoPerson } from '../people.js'
import { isRecent, workdayAfter, workdayIn } from './calendar.js'
import { holderKey } from './deed.js'
import { has, sample, shareOf } from './samples.js'
import type { Setting } from './setting.js'

/** Of all holders in a year. */
const fitted = 0.045
const store = 'store county'

interface DeviceKind {
  readonly key: string
  readonly title: string
  readonly kind: string
  readonly unit: string
  readonly months: number
  readonly price: number
  readonly isReusable: boolean
  readonly project: string
  readonly weight: number
  readonly category: string
}

const devices: readonly DeviceKind[] = [
  {
    key: 'wheelchair',
    title: '手动轮椅',
    kind: '1222',
    unit: '辆',
    months: 36,
    price: 68_000,
    isReusable: true,
    project: 'general',
    weight: 26,
    category: '4',
  },
  {
    key: 'crutch',
    title: '腋杖',
    kind: '1203',
    unit: '副',
    months: 24,
    price: 9_000,
    isReusable: false,
    project: 'general',
    weight: 22,
    category: '4',
  },
  {
    key: 'walker',
    title: '助行架',
    kind: '1206',
    unit: '个',
    months: 24,
    price: 16_000,
    isReusable: true,
    project: 'general',
    weight: 12,
    category: '4',
  },
  {
    key: 'orthosis',
    title: '踝足矫形器',
    kind: '0612',
    unit: '个',
    months: 24,
    price: 120_000,
    isReusable: false,
    project: 'prosthesis',
    weight: 5,
    category: '4',
  },
  {
    key: 'bed',
    title: '家用护理床',
    kind: '1812',
    unit: '张',
    months: 60,
    price: 180_000,
    isReusable: true,
    project: 'home-rehab',
    weight: 8,
    category: '4',
  },
  {
    key: 'cane',
    title: '盲杖',
    kind: '1239',
    unit: '根',
    months: 24,
    price: 6_000,
    isReusable: false,
    project: 'general',
    weight: 9,
    category: '1',
  },
  {
    key: 'magnifier',
    title: '手持式助视器',
    kind: '2203',
    unit: '个',
    months: 36,
    price: 45_000,
    isReusable: false,
    project: 'low-vision-aid',
    weight: 8,
    category: '1',
  },
  {
    key: 'hearing-aid',
    title: '耳背式助听器',
    kind: '2206',
    unit: '台',
    months: 60,
    price: 260_000,
    isReusable: false,
    project: 'hearing-aid',
    weight: 14,
    category: '2',
  },
]

/** The county's devices and its store, and who got what. Nobody gets two within the two years. */
export function tellDevices(setting: Setting): void {
  const random = setting.chanceOf('devices')
  stockUp(setting)
  const fittedYet = new Set<string>()
  for (const year of setting.years) {
    const count = shareOf(setting.holders.length, fitted)
    const candidates = setting.holders.filter(
      (holder) => !fittedYet.has(holder.idNumber) && devices.some(({ category }) => has(holder, category)),
    )
    for (const holder of sample(random, candidates, count)) {
      fittedYet.add(holder.idNumber)
      fit(setting, { holder, year })
    }
  }
}

/** What is offered, and what comes into the store twice a year: always more than is issued. */
function stockUp({ book, start, years, holders }: Setting): void {
  book.enter(start, 'rehab.store', store, { division: countyCode, title: '示范县辅助器具服务站', keeper: '保管员甲' })
  for (const { key, title, kind, unit, months, price, isReusable } of devices) {
    book.enter(start, 'rehab.device', `device ${key}`, {
      ...{ division: countyCode, title, kind, unit, price, isReusable },
      usefulLifeMonths: months,
      offeredFrom: `${years[0] - 1}-01-01`,
    })
    book.enter(start, 'rehab.stock', `stock ${key}`, {}, { links: { store, device: `device ${key}` } })
    for (const year of years)
      for (const movedOn of [`${year}-01-06`, `${year}-07-01`])
        book.enter(
          movedOn,
          'rehab.movement',
          `receipt ${key} ${movedOn}`,
          {
            kind: 'receipt',
            quantity: 4 + Math.ceil(holders.length * 0.012),
            movedOn,
            document: `示残采〔${year}〕${movedOn.slice(5, 7)}号`,
          },
          { links: { stock: `stock ${key}` } },
        )
  }
}

function fit(
  { book, chanceOf }: Setting,
  { holder, year }: { readonly holder: DemoPerson; readonly year: number },
): void {
  const random = chanceOf(`fitting ${holder.idNumber}`)
  const suiting = devices.filter(({ category }) => has(holder, category))
  const device = random.weighted(suiting.map((one) => [one, one.weight] as const))
  const raisedOn = workdayIn(random, year)
  const need = `need device ${holder.idNumber}`
  const person = holderKey(holder)
  book.enter(
    raisedOn,
    'persons.need',
    need,
    { kind: 'device', level: random.chance(0.2) ? 'urgent' : 'ordinary', raisedOn },
    { links: { person } },
  )
  const appliedOn = workdayAfter(raisedOn, random.whole(1, 14))
  const fitting = `fitting ${holder.idNumber}`
  const isLoan = device.isReusable && random.chance(0.15)
  book.enter(
    appliedOn,
    'rehab.fitting',
    fitting,
    { quantity: 1, project: device.project, manner: isLoan ? 'loan' : 'grant', appliedOn },
    { links: { person, need, device: `device ${device.key}` }, after: [need] },
  )
  const isSlow = isRecent(appliedOn, book.today)
  if (random.chance(0.12) && isSlow) return
  const assessedOn = workdayAfter(appliedOn, random.whole(3, 20))
  book.step(assessedOn, ['rehab.fitting', fitting, 'assess'], { assessedOn, assessor: '评估员甲' })
  if (random.chance(0.12) && isSlow) return
  const issuedOn = workdayAfter(assessedOn, random.whole(5, 35))
  const isIssued = book.step(
    issuedOn,
    ['rehab.fitting', fitting, 'issue'],
    {
      issuedOn,
      ...(isLoan ? { dueBackOn: addMonths(issuedOn, 6) } : {}),
      cost: device.price,
      fundPaid: random.chance(0.9) ? device.price : Math.round(device.price * 0.8),
    },
    { links: { stock: `stock ${device.key}` } },
  )
  if (!isIssued) return
  if (isLoan && random.chance(0.6)) {
    const returnedOn = workdayAfter(issuedOn, random.whole(60, 175))
    book.step(returnedOn, ['rehab.fitting', fitting, 'takeBack'], { returnedOn, returnCondition: 'good' })
  } else if (random.chance(0.12)) repair()

  function repair(): void {
    const reportedOn = workdayAfter(issuedOn, random.whole(40, 200))
    const key = `repair ${holder.idNumber}`
    const fault = random.pick(['脚轮松动', '刹车失灵', '支架变形', '无声音', '把手脱落'])
    book.enter(reportedOn, 'rehab.repair', key, { reportedOn, fault }, { links: { fitting } })
    if (random.chance(0.15)) return
    const repairedOn = workdayAfter(reportedOn, random.whole(3, 18))
    book.step(repairedOn, ['rehab.repair', key, 'mend'], { repairedOn, cost: 3_000, fundPaid: 3_000 })
  }
}
