import { addYears } from '@opendpf/standards'
import { countyCode, demoTowns, townNameOf } from '../divisions.js'
import { generateFamilies } from '../families.js'
import type { DemoPerson } from '../people.js'
import type { Random } from '../random.js'
import { isRecent, workdayAfter, workdayIn, workdayOn } from './calendar.js'
import { certificateKey, holderKey } from './deed.js'
import { ageAt, sample, shareOf } from './samples.js'
import type { Setting } from './setting.js'

const record = 'certificates.case'
const papers = { hasIdCard: true, hasHouseholdBook: true, hasPhotos: true, hasGuardianProof: true }

/** Cases that change a certificate and print none, of all holders in a year. */
const changes = [
  { item: 'cancel', share: 0.02 },
  { item: 'transfer-out', share: 0.011 },
  { item: 'freeze', share: 0.006 },
] as const

/** Cases that end with a certificate, of all holders: those of the last weeks, which are on their way. */
const printed = [
  { item: 'renew', share: 0.008 },
  { item: 'reissue-lost', share: 0.006 },
] as const
const newcomers = 0.014

/** Cases about certificates, and the days on which the county went out to people. */
export function tellCertificates(setting: Setting): void {
  const random = setting.chanceOf('certificates')
  const busy = new Set<string>()
  tellChanges(setting, random, busy)
  tellRunning(setting, random, busy)
  tellNewcomers(setting, random)
  tellTrips(setting, random)
}

/** Takes people whom no case is about yet. */
function takeFrom(
  random: Random,
  holders: readonly DemoPerson[],
  { busy, count }: { readonly busy: Set<string>; readonly count: number },
): readonly DemoPerson[] {
  const taken = sample(
    random,
    holders.filter(({ idNumber }) => !busy.has(idNumber)),
    count,
  )
  for (const { idNumber } of taken) busy.add(idNumber)
  return taken
}

/** An adult who acts for himself: nobody else has to be named. */
function isOwnMaster(holder: DemoPerson, day: string): boolean {
  return ageAt(holder, day) >= 19
}

function tellChanges(setting: Setting, random: Random, busy: Set<string>): void {
  const { book, holders, years, start } = setting
  const adults = holders.filter((holder) => isOwnMaster(holder, start))
  for (const year of years)
    for (const { item, share } of changes)
      for (const holder of takeFrom(random, adults, { busy, count: shareOf(holders.length, share) })) {
        const appliedOn = workdayIn(random, year)
        const key = `case ${item} ${holder.idNumber}`
        const reviewedOn = submit(setting, random, { key, holder, appliedOn, values: aboutOf(random, item) })
        book.step(reviewedOn, [record, key, 'sendToReview'])
        const decidedOn = workdayAfter(reviewedOn, random.whole(0, 4))
        if (random.chance(0.15) && isRecent(appliedOn, book.today)) continue
        book.step(decidedOn, [record, key, 'approve'], {}, { by: 'approver' })
        book.step(decidedOn, [record, key, 'carryOut'], {}, { by: 'approver' })
      }
}

function aboutOf(random: Random, item: string): Readonly<Record<string, unknown>> {
  if (item === 'cancel') return { item, cancelReason: random.pick(['voluntary', 'recovered', 'other']) }
  return item === 'transfer-out' ? { item, toPlace: '外省示例县' } : { item }
}

interface Applying {
  readonly key: string
  readonly holder: Pick<DemoPerson, 'idNumber'>
  readonly appliedOn: string
  readonly values: Readonly<Record<string, unknown>>
}

/** Enters, submits and accepts a case; answers the day of the acceptance. */
function submit({ book }: Setting, random: Random, { key, holder, appliedOn, values }: Applying): string {
  const isNew = values['item'] === 'new'
  book.enter(
    appliedOn,
    record,
    key,
    {
      channel: random.weighted([
        ['counter', 7],
        ['commissioner', 2],
        ['online', 1],
      ] as const),
      applicant: 'self',
      appliedOn,
      ...papers,
      ...values,
    },
    { links: { person: holderKey(holder), ...(isNew ? {} : { certificate: certificateKey(holder) }) } },
  )
  book.step(appliedOn, [record, key, 'submit'])
  const acceptedOn = workdayAfter(appliedOn, random.whole(0, 3))
  book.step(acceptedOn, [record, key, 'accept'])
  return acceptedOn
}

/** A day of the last weeks. */
function lately(random: Random, today: string): string {
  return workdayAfter(today, -random.whole(3, 40))
}

function tellRunning(setting: Setting, random: Random, busy: Set<string>): void {
  const { book, holders, today, start } = setting
  for (const { item, share } of printed) {
    // whoever comes to renew comes when he may
    const due = holders.filter(
      (holder) =>
        isOwnMaster(holder, start) && (item !== 'renew' || addYears(holder.issueDate, 9) <= workdayAfter(today, -45)),
    )
    for (const holder of takeFrom(random, due, { busy, count: shareOf(holders.length, share) })) {
      const key = `case ${item} ${holder.idNumber}`
      const acceptedOn = submit(setting, random, { key, holder, appliedOn: lately(random, today), values: { item } })
      if (random.chance(0.15)) continue
      book.step(workdayAfter(acceptedOn, 1), [record, key, 'sendToReview'])
      if (random.chance(0.3)) continue
      book.step(workdayAfter(acceptedOn, 4), [record, key, 'approve'], {}, { by: 'approver' })
      if (random.chance(0.3)) continue
      book.step(workdayAfter(acceptedOn, 5), [record, key, 'sendToNational'])
    }
  }
}

/** First applications: those of the two years who were found not to meet the standard, and those of the last weeks at every stage. */
function tellNewcomers(setting: Setting, random: Random): void {
  const { book, options, today, years, start } = setting
  const relatives = [...generateFamilies(options)].flatMap(({ members }) =>
    members.flatMap(({ holder, relative }) =>
      relative && !holder && relative.birthDate < addYears(start, -30) ? [relative] : [],
    ),
  )
  const count = shareOf(options.persons, newcomers)
  const applicants = sample(random, relatives, count * 3)
  for (const [index, relative] of applicants.entries()) {
    const isOld = index >= count
    const appliedOn = isOld ? workdayIn(random, random.pick(years), [1, 10]) : lately(random, today)
    const key = `case new ${relative.idNumber}`
    const claimedCategory = random.pick(['1', '2', '4'])
    if (random.chance(0.1)) {
      book.enter(
        appliedOn,
        record,
        key,
        { item: 'new', channel: 'counter', applicant: 'self', appliedOn, claimedCategory, hasIdCard: true },
        { links: { person: holderKey(relative) } },
      )
      book.step(appliedOn, [record, key, 'submit'])
      const refusedOn = workdayAfter(appliedOn, 2)
      if (isOld)
        book.step(refusedOn, [record, key, 'refuse'], {
          refusalReason: 'incomplete',
          refusalNote: '申请材料不全，未在期限内补正。',
        })
      else book.step(refusedOn, [record, key, 'askCorrection'], { correctionNote: '请补充户口簿和近期免冠照片。' })
      continue
    }
    const acceptedOn = submit(setting, random, {
      key,
      holder: relative,
      appliedOn,
      values: { item: 'new', claimedCategory },
    })
    if (!isOld && random.chance(0.2)) continue
    const referredOn = workdayAfter(acceptedOn, 1)
    book.step(referredOn, [record, key, 'referForAssessment'], { institution: '示范县残疾评定中心' })
    if (!isOld && random.chance(0.3)) continue
    const assessedOn = workdayAfter(referredOn, random.whole(3, 9))
    const found = { assessedOn, doctors: '评定医师甲、评定医师乙', findings: '检查所见记录在案。' }
    if (isOld) {
      book.step(assessedOn, [record, key, 'findNotEligible'], found)
      continue
    }
    const grade = random.pick(['2', '3', '4'])
    book.step(assessedOn, [record, key, 'findEligible'], {
      ...found,
      components: [{ category: claimedCategory, grade }],
      criterion: '残疾人残疾分类和分级',
    })
    if (random.chance(0.4)) continue
    book.step(workdayAfter(assessedOn, 1), [record, key, 'startNotice'], { noticePlace: '村务公开栏' })
  }
}

const purposes = ['home-assessment', 'collective-assessment', 'acceptance', 'hand-over'] as const

/** Days out to people: one a month in the season, each with those who were served. */
function tellTrips({ book, holders, years }: Setting, random: Random): void {
  for (const year of years)
    for (let month = 3; month <= 12; month += 1) {
      const town = random.pick(demoTowns)
      const heldOn = workdayOn(
        `${year}-${String(month).padStart(2, '0')}-${String(random.whole(5, 25)).padStart(2, '0')}`,
      )
      const key = `trip ${heldOn}`
      const purpose = random.pick(purposes)
      const isPlanned = book.enter(workdayAfter(heldOn, -14), 'certificates.trip', key, {
        heldOn,
        purpose,
        place: `${townNameOf(town.code)}便民服务中心`,
        staff: '办证员甲、办证员乙',
        division: countyCode,
      })
      if (!isPlanned) continue
      const near = holders.filter(({ village }) => village.code.startsWith(town.code.slice(0, 9)))
      const served = sample(random, near, Math.min(12, shareOf(holders.length, 0.0055))).map((holder) => {
        const service = `${key} ${holder.idNumber}`
        const kind = purpose.endsWith('assessment') ? 'assessment' : purpose
        book.enter(
          heldOn,
          'certificates.tripService',
          service,
          { kind },
          { links: { trip: key, person: holderKey(holder) } },
        )
        return service
      })
      book.step(
        workdayAfter(heldOn, 1),
        ['certificates.trip', key, 'finish'],
        { report: '按计划完成，群众满意。' },
        { after: served },
      )
    }
}
