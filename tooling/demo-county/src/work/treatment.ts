import { isRecent, workdayAfter, workdayIn } from './calendar.js'
import { holderKey } from './deed.js'
import { hospital, mentalHospital } from './places.js'
import { has, sample, shareOf } from './samples.js'
import type { Setting } from './setting.js'

/** Of all holders in a year: medicine of those with a mental disability, and help with the costs of treatment. */
const medicated = 0.042
const treated = 0.018

/** Help with what treatment and medicine cost: asked for, looked into, granted by another. */
export function tellTreatment(setting: Setting): void {
  const { book, holders, years } = setting
  const random = setting.chanceOf('treatment')
  const mental = holders.filter((holder) => has(holder, '6'))
  for (const year of years) {
    const asking = [
      ...sample(random, mental, shareOf(holders.length, medicated)).map((holder) => ({ holder, kind: 'medication' })),
      ...sample(random, holders, shareOf(holders.length, treated)).map((holder) => ({
        holder,
        kind: random.pick(['hospital', 'surgery', 'rehabilitation']),
      })),
    ]
    for (const { holder, kind } of asking) {
      const askedOn = workdayIn(random, year, [1, 11])
      const aid = `aid ${kind} ${holder.idNumber} ${year}`
      book.enter(askedOn, 'rehab.aid', aid, { kind, askedOn }, { links: { person: holderKey(holder) } })
      if (random.chance(0.12) && isRecent(askedOn, book.today)) continue
      const visitedOn = workdayAfter(askedOn, random.whole(2, 12))
      book.step(visitedOn, ['rehab.aid', aid, 'visit'], { visitedOn, visitNote: '情况属实' })
      const grantedOn = workdayAfter(visitedOn, random.whole(3, 20))
      if (random.chance(0.06)) {
        book.step(grantedOn, ['rehab.aid', aid, 'refuse'], { refuseReason: '同一费用已由医疗救助解决' })
        continue
      }
      const cost = kind === 'medication' ? 120_000 : random.whole(40, 300) * 5_000
      const insurancePaid = kind === 'medication' ? 0 : Math.round(cost * 0.65)
      book.step(
        grantedOn,
        ['rehab.aid', aid, 'grant'],
        {
          grantedOn,
          cost,
          insurancePaid,
          fundPaid: Math.round((cost - insurancePaid) * (kind === 'medication' ? 1 : 0.6)),
        },
        { by: 'approver', links: { hospital: kind === 'medication' ? mentalHospital : hospital } },
      )
    }
  }
}
