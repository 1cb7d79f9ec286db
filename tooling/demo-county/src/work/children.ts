import { countyCode } from '../divisions.js'
import { isRecent, workdayAfter, workdayIn } from './calendar.js'
import { holderKey } from './deed.js'
import { childCentre } from './places.js'
import { ageAt, sample, shareOf } from './samples.js'
import type { Setting } from './setting.js'

/** Children aided in a year, as a share of all holders. */
const aided = 0.0127

/** What a child is granted for a year of training, in fen. */
const granted = 1_500_000
const programme = 'rehab.childTraining'

/**
 * Rehabilitation aid of children. Until two weeks ago it was decided on paper: such cases are brought in, confirmed by another, entrusted, and
 * settled at the end of the year. Since the programme is switched on, guardians apply by it.
 */
export function tellChildren(setting: Setting): void {
  const { book, holders, years } = setting
  const random = setting.chanceOf('children')
  const switchedOn = switchOn(setting)
  for (const year of years) {
    agree(setting, year)
    const minors = holders.filter((holder) => ageAt(holder, `${year}-12-31`) < 18)
    for (const holder of sample(random, minors, shareOf(holders.length, aided))) {
      const person = holderKey(holder)
      const need = `need child ${holder.idNumber} ${year}`
      const relief = `relief ${holder.idNumber} ${year}`
      const appliedOn = workdayIn(random, year, [1, 11])
      const { category } = random.pick(holder.disability.components)
      const isUnconfirmed = random.chance(0.5) && isRecent(appliedOn, book.today)
      const decidedOn = workdayAfter(appliedOn, random.whole(3, 14))
      const applicantName = `${[...holder.name][0] ?? '王'}家长`
      if (decidedOn >= switchedOn) {
        const [, on = switchedOn] = [appliedOn, switchedOn].toSorted()
        apply(setting, { person, applicantName, on })
        continue
      }
      book.enter(
        appliedOn,
        'persons.need',
        need,
        { kind: 'rehabilitation', level: 'urgent', raisedOn: appliedOn },
        { links: { person } },
      )
      book.enter(
        decidedOn,
        'rehab.relief',
        relief,
        {
          category,
          ...(category === '4' ? { diagnosis: 'cerebral-palsy' } : category === '6' ? { diagnosis: 'autism' } : {}),
          aid: 'training',
          appliedOn,
          applicantName,
          decisionDocument: `示残救〔${year}〕${book.next()}号`,
          decidedOn,
          granted,
        },
        { links: { person }, after: [need] },
      )
      if (isUnconfirmed) continue
      book.step(decidedOn, ['rehab.relief', relief, 'approve'], {}, { by: 'approver' })
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
        settled: random.whole(90, 150) * 10_000,
        outcome: random.pick(['marked', 'improved', 'improved', 'unchanged']),
      })
    }
  }
}

/** Switches the programme on for this year, two weeks ago; in the first days of a year, not yet. Answers since when nothing is decided on paper. */
function switchOn({ book, today }: Setting): string {
  const on = workdayAfter(today, -14)
  const year = today.slice(0, 4)
  if (on.slice(0, 4) !== year) return '9'
  const values = { programme, year: Number(year), region: countyCode, document: `示残联〔${year}〕${book.next()}号` }
  book.enter(on, 'programmes.offer', offerKey, values)
  book.step(on, ['programmes.offer', offerKey, 'open'])
  return on
}

const offerKey = `offer ${programme}`

/** A guardian applies for a child, with all papers: the county has to look at it. */
function apply(
  { book }: Setting,
  { person, applicantName, on }: { readonly person: string; readonly applicantName: string; readonly on: string },
): void {
  const record = 'programmes.application'
  const key = `application ${programme} ${person}`
  const values = { programme, applicant: 'guardian', applicantName, channel: 'counter' }
  book.enter(
    on,
    record,
    key,
    { ...values, evidence: ['idCard', 'disability', 'guardianProof'] },
    { links: { person }, after: [offerKey] },
  )
  book.step(on, [record, key, 'submit'])
  book.step(on, [record, key, 'accept'])
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
