import { addDays } from '@opendpf/standards'
import { countyCode } from '../divisions.js'
import type { DemoPerson } from '../people.js'
import { workdayAfter } from './calendar.js'
import { holderKey } from './deed.js'
import { subsidyLineOf } from './money.js'
import { ageAt, sample } from './samples.js'
import type { Setting } from './setting.js'

/** The two subsidies, by the names of their programmes. */
export const subsidies = ['poverty-relief.living', 'poverty-relief.nursing'] as const
export type Subsidy = (typeof subsidies)[number]

/** Of those who qualify, who receives: somebody is always left to be found. */
const receiving = 0.94

/** Somebody who received a subsidy before the county worked with this system. */
export interface DemoGrant {
  readonly programme: Subsidy
  readonly idNumber: string
  /** `YYYY-MM` */
  readonly since: string
}

function qualifies({ isOnAllowance, disability }: DemoPerson, programme: Subsidy): boolean {
  return programme === 'poverty-relief.living' ? isOnAllowance : disability.grade <= '2'
}

/** Who received what when the county's roster was brought in. */
export function grantsOf({
  holders,
  years,
  chanceOf,
}: Pick<Setting, 'holders' | 'years' | 'chanceOf'>): readonly DemoGrant[] {
  return subsidies.flatMap((programme) => {
    const random = chanceOf(programme)
    return holders.flatMap((holder): readonly DemoGrant[] => {
      const since = `${random.whole(2018, years[0] - 1)}-${String(random.whole(1, 11)).padStart(2, '0')}`
      return qualifies(holder, programme) && random.chance(receiving)
        ? [{ programme, idNumber: holder.idNumber, since }]
        : []
    })
  })
}

/** The subsidies are switched on each year, and people apply for them: those of the last weeks are on their way. */
export function tellSubsidies(setting: Setting): void {
  const { book, years, today, holders } = setting
  for (const year of years)
    for (const programme of subsidies) {
      const offer = `offer ${programme} ${year}`
      book.enter(
        `${year}-01-08`,
        'programmes.offer',
        offer,
        { programme, year, region: countyCode, document: `示残联〔${year}〕${book.next()}号` },
        { links: { budgetLine: subsidyLineOf(year) } },
      )
      book.step(`${year}-01-08`, ['programmes.offer', offer, 'open'])
      book.step(`${year + 1}-01-08`, ['programmes.offer', offer, 'close'])
    }
  // what the nursing subsidy asks for beside the grade was found when it was first granted
  for (const holder of holders.filter((one) => qualifies(one, 'poverty-relief.nursing')))
    book.enter(
      setting.start,
      'persons.status',
      `care-needed ${holder.idNumber}`,
      { kind: 'care-needed', since: `${years[0] - 1}-06-01`, source: 'visit' },
      { links: { person: holderKey(holder) } },
    )
  const granted = new Set(grantsOf(setting).map(({ programme, idNumber }) => `${programme} ${idNumber}`))
  for (const programme of subsidies) {
    const random = setting.chanceOf(`applications ${programme}`)
    const left = holders.filter(
      (holder) =>
        qualifies(holder, programme) &&
        !granted.has(`${programme} ${holder.idNumber}`) &&
        ageAt(holder, setting.start) >= 19,
    )
    for (const holder of sample(random, left, Math.max(3, Math.ceil(left.length * 0.5)))) {
      const appliedOn = workdayAfter(today, -random.whole(3, 24))
      const key = `application ${programme} ${holder.idNumber}`
      const record = 'programmes.application'
      book.enter(
        appliedOn,
        record,
        key,
        {
          programme,
          applicant: 'self',
          channel: random.pick(['counter', 'village']),
          evidence: ['idCard', 'certificate', 'account'],
        },
        { links: { person: holderKey(holder) }, after: [`offer ${programme} ${appliedOn.slice(0, 4)}`] },
      )
      if (random.chance(0.1)) continue
      book.step(appliedOn, [record, key, 'submit'])
      const next = workdayAfter(appliedOn, random.whole(1, 3))
      if (random.chance(0.2)) {
        if (random.chance(0.5))
          book.step(next, [record, key, 'askCorrection'], { correctionNote: '请补充本人银行账户复印件。' })
        continue
      }
      book.step(next, [record, key, 'accept'])
      if (random.chance(0.2)) continue
      book.step(next, [record, key, 'postponeSurvey'])
      if (random.chance(0.2)) continue
      const reviewed = workdayAfter(next, random.whole(1, 3))
      book.step(reviewed, [record, key, 'passTown'])
      if (random.chance(0.3)) continue
      book.step(workdayAfter(addDays(reviewed, 1), 0), [record, key, 'passReview'], {}, { by: 'second-clerk' })
    }
  }
}
