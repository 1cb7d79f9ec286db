import { workdayAfter, workdayIn } from './calendar.js'
import { holderKey } from './deed.js'
import { stationOf } from './places.js'
import { has } from './samples.js'
import type { Setting } from './setting.js'

/** Of the holders with a mental disability who is in care. */
const inCare = 0.75

/** Those in mental care, with whoever watches over them, and the visits of each quarter. */
export function tellMentalCare(setting: Setting): void {
  const { book, holders, start, years } = setting
  for (const holder of holders.filter((one) => has(one, '6'))) {
    const random = setting.chanceOf(`mental ${holder.idNumber}`)
    if (!random.chance(inCare)) continue
    const person = holderKey(holder)
    const patient = `patient ${holder.idNumber}`
    const isOld = random.chance(0.85)
    const foundOn = isOld ? start : workdayIn(random, random.pick(years))
    const isFound = book.enter(
      foundOn,
      'rehab.patient',
      patient,
      {
        foundOn,
        source: isOld ? 'census' : random.pick(['hospital', 'village', 'survey']),
        isKnownToHealth: random.chance(0.8),
      },
      { links: { person, station: stationOf(holder) } },
    )
    if (!isFound) continue
    if (random.chance(0.94)) {
      const guardian = `guardian ${holder.idNumber}`
      const guardedOn = workdayAfter(foundOn, random.whole(2, 25))
      book.enter(
        guardedOn,
        'persons.guardian',
        guardian,
        {
          name: `${[...holder.name][0] ?? '王'}家属`,
          relation: random.pick(['10', '50']),
          basis: 'statutory',
          since: guardedOn,
        },
        { links: { person } },
      )
      book.step(guardedOn, ['rehab.patient', patient, 'guard'], { guardedOn }, { links: { guardian } })
    }
    visit(setting, { patient, foundOn, part: holder.idNumber })
  }
}

function visit(
  { book, chanceOf, today }: Setting,
  { patient, foundOn, part }: { readonly patient: string; readonly foundOn: string; readonly part: string },
): void {
  const random = chanceOf(`visits ${part}`)
  for (let visitedOn = workdayAfter(foundOn, random.whole(20, 80)); visitedOn <= today; ) {
    const nextOn = workdayAfter(visitedOn, random.whole(95, 150))
    book.enter(
      visitedOn,
      'rehab.careVisit',
      `visit ${patient} ${visitedOn}`,
      {
        visitedOn,
        way: random.weighted([
          ['visit', 6],
          ['phone', 3],
          ['station', 1],
        ] as const),
        improvement: random.weighted([
          ['marked', 62],
          ['improved', 24],
          ['unchanged', 12],
          ['worse', 2],
        ] as const),
        participation: random.weighted([
          ['work', 18],
          ['housework', 30],
          ['social', 10],
          ['study', 2],
          ['none', 40],
        ] as const),
        incidents: random.chance(0.003) ? 1 : 0,
        medication: random.weighted([
          ['regular', 80],
          ['intermittent', 15],
          ['none', 5],
        ] as const),
        nextOn,
      },
      { links: { patient }, after: [patient] },
    )
    visitedOn = nextOn
  }
}
