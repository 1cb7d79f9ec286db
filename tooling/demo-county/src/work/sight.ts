import { isRecent, workdayAfter, workdayIn } from './calendar.js'
import { holderKey } from './deed.js'
import { hospital } from './places.js'
import { ageAt, has, sample, shareOf } from './samples.js'
import type { Setting } from './setting.js'

/** Cataracts found in a year, as a share of all holders. */
const found = 0.016

/** Cataracts from finding to seeing again, and what the county strives for as a whole. */
export function tellSight(setting: Setting): void {
  const { book, holders, years, start } = setting
  const random = setting.chanceOf('sight')
  const known = new Set<string>()
  for (const year of years) {
    const old = holders.filter(
      (holder) =>
        !known.has(holder.idNumber) && ageAt(holder, start) >= 55 && (has(holder, '1') || ageAt(holder, start) >= 70),
    )
    for (const holder of sample(random, old, shareOf(holders.length, found))) {
      known.add(holder.idNumber)
      const key = `cataract ${holder.idNumber}`
      const eye = random.pick(['left', 'right', 'both'])
      const foundOn = workdayIn(random, year, [2, 11])
      book.enter(
        foundOn,
        'rehab.cataract',
        key,
        { foundOn, foundBy: random.pick(['screening', 'outreach', 'survey', 'clinic']), eye },
        { links: { person: holderKey(holder) } },
      )
      if (random.chance(0.15) && isRecent(foundOn, book.today)) continue
      const screenedOn = workdayAfter(foundOn, random.whole(3, 25))
      book.step(screenedOn, ['rehab.cataract', key, 'screen'], {
        screenedOn,
        acuityBefore: random.pick(['HM', 'FC', 'D002', 'D005']),
      })
      if (random.chance(0.08)) {
        const excludedOn = workdayAfter(screenedOn, 5)
        book.step(excludedOn, ['rehab.cataract', key, 'exclude'], { excludedOn, excludeReason: 'not-operable' })
        continue
      }
      const operatedOn = workdayAfter(screenedOn, random.whole(7, 35))
      const cost = random.whole(30, 60) * 10_000
      const insurancePaid = Math.round(cost * 0.6)
      const isFree = random.chance(0.85)
      book.step(
        operatedOn,
        ['rehab.cataract', key, 'operate'],
        {
          operatedOn,
          operatedEye: eye,
          hasLens: true,
          cost,
          insurancePaid,
          fundPaid: isFree ? cost - insurancePaid : 0,
        },
        { links: { hospital } },
      )
      if (random.chance(0.15) && isRecent(operatedOn, book.today)) continue
      const followedOn = workdayAfter(operatedOn, random.whole(14, 28))
      book.step(followedOn, ['rehab.cataract', key, 'followUp'], {
        followedOn,
        acuityAfter: random.weighted([
          ['D050', 4],
          ['D030', 4],
          ['D010', 1],
        ] as const),
      })
    }
  }
}
