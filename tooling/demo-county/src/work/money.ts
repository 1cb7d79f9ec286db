import { countyCode } from '../divisions.js'
import { workdayAfter, workdayIn } from './calendar.js'
import { childCentre, hospital, mentalHospital, rehabCentre } from './places.js'
import type { Setting } from './setting.js'

/** The budget line that the two subsidies of a year are paid from. */
export function subsidyLineOf(year: number): string {
  return `line subsidies ${year}`
}

interface Source {
  readonly key: string
  readonly title: string
  readonly source: 'levy' | 'appropriation' | 'lottery'
  readonly kind: 'levy' | 'appropriation'
  /** In yuan for each holder. */
  readonly income: number
  readonly lines: readonly (readonly [key: string, use: string, share: number])[]
}

const sources: readonly Source[] = [
  {
    key: 'levy',
    title: '残疾人就业保障金',
    source: 'levy',
    kind: 'levy',
    income: 900,
    lines: [
      ['training', '职业技能培训', 0.3],
      ['employment', '就业奖补', 0.4],
    ],
  },
  {
    key: 'subsidies',
    title: '残疾人两项补贴资金',
    source: 'appropriation',
    kind: 'appropriation',
    income: 1_100,
    lines: [['subsidies', '困难残疾人生活补贴和重度残疾人护理补贴', 0.98]],
  },
  {
    key: 'lottery',
    title: '彩票公益金残疾人事业专项',
    source: 'lottery',
    kind: 'appropriation',
    income: 260,
    lines: [
      ['children', '残疾儿童康复救助', 0.5],
      ['treatment', '精神残疾人服药补助', 0.2],
      ['devices', '辅助器具适配', 0.2],
    ],
  },
]

/** Who is paid for what in the course of a year. */
const spending = [
  ['children', childCentre, '残疾儿童康复训练费', 0.2],
  ['treatment', mentalHospital, '服药补助结算', 0.2],
  ['devices', rehabCentre, '辅助器具采购款', 0.25],
  ['training', hospital, '盲人保健按摩培训实训费', 0.2],
] as const

/** Funds of both years with what comes in, what it may be spent on, and what goes out: entered by one clerk, taken and paid by the other. */
export function tellMoney({ book, holders, years, chanceOf }: Setting): void {
  const random = chanceOf('money')
  for (const year of years) {
    const lines = new Map<string, number>()
    for (const { key, title, source, kind, income, lines: uses } of sources) {
      const fund = `fund ${key} ${year}`
      const total = Math.max(20, holders.length) * income * 100
      book.enter(`${year}-01-05`, 'funds.fund', fund, {
        title: `${year}年${title}`,
        source,
        year,
        division: countyCode,
        document: `示财社〔${year}〕${book.next()}号`,
      })
      for (const [line, use, share] of uses) {
        const amount = Math.round(total * share)
        lines.set(line, amount)
        book.enter(
          `${year}-01-06`,
          'funds.budgetLine',
          line === 'subsidies' ? subsidyLineOf(year) : `line ${line} ${year}`,
          { number: `${year}-${lines.size}`, use, amount },
          { links: { fund } },
        )
      }
      for (const [index, share] of [0.5, 0.3, 0.2].entries()) {
        const receipt = `receipt ${key} ${year} ${index}`
        const receivedOn = workdayIn(
          random,
          year,
          [
            [1, 1],
            [4, 5],
            [8, 9],
          ][index] as [number, number],
        )
        book.enter(
          receivedOn,
          'funds.receipt',
          receipt,
          { kind, receivedOn, amount: Math.round(total * share), document: `示财社〔${year}〕${book.next()}号` },
          { links: { fund } },
        )
        if (year === years[0] || index < 2)
          book.step(workdayAfter(receivedOn, 2), ['funds.receipt', receipt, 'take'], {}, { by: 'second-clerk' })
      }
    }
    for (const [line, organisation, purpose, share] of spending)
      for (const months of [
        [3, 5],
        [6, 8],
        [9, 11],
      ] as const) {
        const asked = workdayIn(random, year, months)
        const key = `expenditure ${line} ${year} ${months[0]}`
        const amount = Math.round((lines.get(line) ?? 0) * share)
        book.enter(
          asked,
          'funds.expenditure',
          key,
          { recipientKind: 'organisation', amount, purpose: `${year}年${purpose}` },
          { links: { budgetLine: `line ${line} ${year}`, organisation } },
        )
        if (random.chance(0.1)) continue
        const paidOn = workdayAfter(asked, random.whole(5, 15))
        book.step(
          paidOn,
          ['funds.expenditure', key, 'pay'],
          { paidOn, voucher: `记字${book.next()}号` },
          { by: 'second-clerk' },
        )
      }
  }
}
