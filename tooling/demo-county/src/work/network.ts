import { countyCode, demoTowns, demoVillages, townNameOf } from '../divisions.js'
import { makeName } from '../names.js'
import { workdayAfter, workdayIn } from './calendar.js'
import { holderKey, organisationKey } from './deed.js'
import { childCentre, hospital, mentalHospital, rehabCentre } from './places.js'
import { sample, shareOf } from './samples.js'
import type { Setting } from './setting.js'

const requirements = [
  'hasRoom',
  'hasEquipment',
  'hasCoordinator',
  'hasRules',
  'hasFiles',
  'hasTraining',
  'hasAccess',
  'hasReferral',
]
/** Village stations that there were, and that are opened in a year. */
const before = 96
const opened = 32

/** Stations and how they are looked at, institutions under contract, and family doctors. */
export function tellNetwork(setting: Setting): void {
  tellStations(setting)
  tellAgreements(setting)
  tellDoctors(setting)
}

function tellStations({ book, start, years, chanceOf }: Setting): void {
  const random = chanceOf('stations')
  const stations: { readonly key: string; readonly openedOn: string }[] = []
  const open = (on: string, values: Readonly<Record<string, unknown>>, host?: string): void => {
    const key = `station ${book.next()}`
    const openedOn = String(values['openedOn'])
    if (book.enter(on, 'rehab.station', key, values, host === undefined ? {} : { links: { host } }))
      stations.push({ key, openedOn })
  }
  for (const { code, name } of demoTowns)
    open(
      start,
      {
        division: code,
        title: `${name}康复指导站`,
        kind: 'guidance-station',
        level: 'town',
        openedOn: `${random.whole(2016, 2022)}-05-10`,
        coordinator: '康复协调员甲',
      },
      organisationKey(`${name}社区康复站`),
    )
  for (const host of [hospital, mentalHospital])
    open(
      start,
      {
        division: countyCode,
        title: `${host.replace(/^\S+ /, '')}康复科`,
        kind: 'hospital-department',
        level: 'county',
        hostKind: host === hospital ? 'general' : 'mental',
        hospitalLevel: '2',
        openedOn: '2018-03-01',
      },
      host,
    )
  const villages = sample(random, demoVillages, before + opened * years.length)
  for (const [index, { code, name }] of villages.entries()) {
    const year = index < before ? undefined : years[Math.floor((index - before) / opened)]
    const openedOn = year === undefined ? `${random.whole(2019, 2023)}-09-01` : workdayIn(random, year, [3, 12])
    open(year === undefined ? start : openedOn, {
      division: code,
      title: `${townNameOf(code)}${name}康复站`,
      kind: 'station',
      level: 'village',
      openedOn,
      coordinator: '专职委员',
    })
  }
  for (const year of years)
    for (const { key, openedOn } of sample(random, stations, 44)) {
      const checkedOn = workdayIn(random, year, [3, 11])
      if (openedOn >= checkedOn) continue
      const check = `check ${key} ${year}`
      const missing = random.chance(0.85) ? undefined : random.pick(requirements)
      const found = Object.fromEntries(requirements.map((name) => [name, name !== missing]))
      book.enter(checkedOn, 'rehab.stationCheck', check, { checkedOn, ...found }, { links: { station: key } })
      if (random.chance(0.05)) continue
      const decidedOn = workdayAfter(checkedOn, 3)
      if (missing === undefined) {
        book.step(decidedOn, ['rehab.stationCheck', check, 'accept'])
        continue
      }
      const remedyBy = workdayAfter(decidedOn, 45)
      book.step(decidedOn, ['rehab.stationCheck', check, 'askRemedy'], { findings: '设施不齐全', remedyBy })
      const remediedOn = workdayAfter(decidedOn, random.whole(15, 44))
      if (random.chance(0.7)) book.step(remediedOn, ['rehab.stationCheck', check, 'confirmRemedy'], { remediedOn })
    }
}

const contracts = [
  ['cataract', hospital],
  ['mental-care', mentalHospital],
  ['adult-training', rehabCentre],
  ['devices', rehabCentre],
] as const

function tellAgreements({ book, years, chanceOf }: Setting): void {
  const random = chanceOf('agreements')
  for (const year of years) {
    const signedOn = `${year}-01-04`
    for (const [index, [purpose, institution]] of contracts.entries())
      book.enter(
        signedOn,
        'rehab.agreement',
        `agreement ${purpose} ${year}`,
        {
          division: countyCode,
          purpose,
          number: `示残协〔${year}〕${index + 2}号`,
          signedOn,
          since: `${year}-01-01`,
          until: `${year}-12-31`,
        },
        { links: { institution } },
      )
    for (const [purpose] of [['child-training', childCentre] as const, ...contracts])
      for (const half of [
        [4, 6],
        [9, 11],
      ] as const) {
        const inspectedOn = workdayIn(random, year, half)
        const inspection = `inspection ${purpose} ${year} ${half[0]}`
        const isGood = random.chance(0.85)
        book.enter(
          inspectedOn,
          'rehab.inspection',
          inspection,
          { inspectedOn, score: isGood ? random.whole(85, 98) : random.whole(68, 80), inspectors: '康复股、财务室' },
          { links: { agreement: `agreement ${purpose} ${year}` } },
        )
        const decidedOn = workdayAfter(inspectedOn, 2)
        if (isGood) book.step(decidedOn, ['rehab.inspection', inspection, 'pass'])
        else
          book.step(decidedOn, ['rehab.inspection', inspection, 'askRemedy'], {
            findings: '训练记录不完整',
            remedyBy: workdayAfter(decidedOn, 30),
          })
      }
  }
}

/** Holders with a family doctor, as a share of all. */
const contracted = 0.12

function tellDoctors({ book, years, holders, chanceOf }: Setting): void {
  const random = chanceOf('doctors')
  const doctors = Array.from({ length: 6 }, () => makeName(random, 'male').name)
  for (const year of years)
    for (const holder of sample(random, holders, shareOf(holders.length, contracted))) {
      const contract = `doctor ${holder.idNumber} ${year}`
      const signedOn = workdayIn(random, year, [1, 5])
      book.enter(
        signedOn,
        'rehab.doctorContract',
        contract,
        { year, doctor: random.pick(doctors), signedOn },
        { links: { person: holderKey(holder), institution: hospital } },
      )
      let servedOn = signedOn
      for (let left = random.whole(0, 2); left > 0; left -= 1) {
        servedOn = workdayAfter(servedOn, random.whole(30, 90))
        if (servedOn.slice(0, 4) !== String(year)) break
        book.enter(
          servedOn,
          'rehab.doctorService',
          `${contract} ${servedOn}`,
          { servedOn, kind: random.pick(['check-up', 'visit', 'rehab-guidance', 'health-education']) },
          { links: { contract } },
        )
      }
    }
}
