import { countyCode } from '../divisions.js'
import { isRecent, workdayAfter, workdayIn } from './calendar.js'
import { holderKey } from './deed.js'
import { childCentre } from './places.js'
import { ageAt, sample, shareOf } from './samples.js'
import type { Setting } from './setting.js'

/** Children aided in a year, as a share of all holders. */
const aided = 0.0127

/** Rehabilitation aid of children: applied for, decided by another, entrusted, settled at the end of the year. */
export function tellChildren(setting: Setting): void {
  const { book, holders, years } = setting
  const random = setting.chanceOf('children')
  for (const year of years) {
    agree(setting, year)
    const minors = holders.filter((holder) => ageAt(holder, `${year}-12-31`) < 18)
    for (const holder of sample(random, minors, shareOf(holders.length, aided))) {
      const person = holderKey(holder)
      const need = `need child ${holder.idNumber} ${year}`
      const relief = `relief ${holder.idNumber} ${year}`
      const appliedOn = workdayIn(random, year, [1, 11])
      const { category } = random.pick(holder.disability.components)
      book.enter(
        appliedOn,
        'persons.need',
        need,
        { kind: 'rehabilitation', level: 'urgent', raisedOn: appliedOn },
        { links: { person } },
      )
      book.enter(
        appliedOn,
        'rehab.relief',
        relief,
        {
          category,
          ...(category === '4' ? { diagnosis: 'cerebral-palsy' } : category === '6' ? { diagnosis: 'autism' } : {}),
          aid: 'training',
          appliedOn,
          applicantName: `${[...holder.name][0] ?? '王'}家长`,
        },
        { links: { person, need }, after: [need] },
      )
      if (random.chance(0.2) && isRecent(appliedOn, book.today)) continue
      const decidedOn = workdayAfter(appliedOn, random.whole(3, 14))
      const granted = 1_800_000
      book.step(decidedOn, ['rehab.relief', relief, 'approve'], { decidedOn, granted }, { by: 'approver' })
      const contractFrom = workdayAfter(decidedOn, random.whole(4, 15))
      if (contractFrom > `${year}-12-10`) continue
      book.step(
        contractFrom,
        ['rehab.relief', relief, 'entrust'],
        {
          contractNumber: `示残托〔${year}〕${book.next()}号`,
          contractFrom,
          contractUntil: `${year}-12-31`,
          sessionsAgreed: 60,
        },
        { links: { institution: childCentre }, after: [`agreement child-training ${year}`] },
      )
      const settledOn = workdayIn(random, year, [12, 12])
      if (random.chance(0.1) || settledOn <= contractFrom) continue
      book.step(settledOn, ['rehab.relief', relief, 'settle'], {
        settledOn,
        settled: random.whole(110, 180) * 10_000,
        outcome: random.pick(['marked', 'improved', 'improved', 'unchanged']),
      })
    }
  }
}

/** The contract of the year with the institution that trains them. */
function agree({ book }: Setting, year: number): void {
  const signedOn = year === Number(book.today.slice(0, 4)) - 1 ? `${year}-01-02` : `${year}-01-04`
  book.enter(
    signedOn,
    'rehab.agreement',
    `agreement child-training ${year}`,
    {
      division: countyCode,
      purpose: 'child-training',
      number: `示残协〔${year}〕1号`,
      signedOn,
      since: `${year}-01-01`,
      until: `${year}-12-31`,
      places: 60,
    },
    { links: { institution: childCentre } },
  )
}
