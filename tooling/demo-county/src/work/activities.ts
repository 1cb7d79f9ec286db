import { addDays } from '@opendpf/standards'
import { countyCode } from '../divisions.js'
import { makeName } from '../names.js'
import type { DemoPerson } from '../people.js'
import { workdayAfter, workdayOn } from './calendar.js'
import { holderKey } from './deed.js'
import { ageAt, sample } from './samples.js'
import type { Setting } from './setting.js'
import { type Held, yearOfActivities } from './year-of-activities.js'

/** Trainings, publicity, sports, outreach, visits and meetings, each with its days and who was there. */
export function tellActivities(setting: Setting): void {
  const random = setting.chanceOf('activities')
  // some of what was planned for the last year fell out of it
  for (const year of setting.years)
    for (const held of yearOfActivities)
      for (const [turn, day] of held.days.entries())
        if (year === setting.years[1] || !random.chance(0.12)) hold(setting, held, { year, day, turn })
}

interface When {
  readonly year: number
  readonly day: string
  readonly turn: number
}

function hold(setting: Setting, held: Held, { year, day, turn }: When): void {
  const { book, holders } = setting
  const random = setting.chanceOf(`activity ${held.title} ${year} ${day}`)
  const fromDay = workdayOn(`${year}-${day}`)
  const untilDay = addDays(fromDay, held.sessions - 1)
  const key = `activity ${held.title} ${fromDay}`
  const size = Math.max(
    6,
    Math.round((held.size * Math.min(holders.length, 4_000) * (0.85 + random.next() * 0.25)) / 1_200),
  )
  const plannedOn = workdayAfter(fromDay, -28)
  const title = held.days.length > 1 ? `${held.title}（第${turn + 1}期）` : held.title
  const isPlanned = book.enter(plannedOn, 'activities.activity', key, {
    title: `${year}年${title}`,
    kind: held.kind,
    topic: held.title,
    ...(held.occasion === undefined ? {} : { occasion: held.occasion }),
    place: random.pick(['县残疾人综合服务中心', '县人民广场', '石桥镇便民服务中心', '城关街道文化站']),
    division: countyCode,
    fromDay,
    untilDay,
    capacity: Math.ceil(size * 1.2),
    responsible: random.pick(['就业股', '康复股', '宣文股', '办公室']),
  })
  if (!isPlanned) return
  const sessions = Array.from({ length: held.sessions }, (_, index) => ({
    session: `${key} session ${index}`,
    heldOn: addDays(fromDay, index),
  }))
  for (const { session, heldOn } of sessions)
    book.enter(
      plannedOn,
      'activities.session',
      session,
      { heldOn, startsAt: '09:00', endsAt: '16:30' },
      { links: { activity: key } },
    )
  book.step(fromDay, ['activities.activity', key, 'start'])
  const people = peopleOf(setting, held, { size, fromDay, random })
  const taken = sessions.flatMap(({ session, heldOn }) =>
    takeDown(setting, held, { session, heldOn, people, size, after: key, random }),
  )
  if (untilDay > setting.today) return
  spend(setting, { key, on: untilDay, size, kind: held.kind, random })
  const closedOn = workdayAfter(untilDay, random.whole(1, 5))
  if (random.chance(0.04)) return
  book.step(
    closedOn,
    ['activities.activity', key, 'finish'],
    { summary: '按计划完成，参加人员反映良好。' },
    { after: taken },
  )
  if (random.chance(0.85)) book.step(workdayAfter(closedOn, 7), ['activities.activity', key, 'archive'])
}

type Chance = ReturnType<Setting['chanceOf']>
type Who = readonly ({ readonly holder: DemoPerson } | { readonly name: string; readonly phone: string })[]

function peopleOf(
  { holders }: Setting,
  { who }: Held,
  { size, fromDay, random }: { readonly size: number; readonly fromDay: string; readonly random: Chance },
): Who {
  if (who === 'heads') return []
  if (who === 'others')
    return Array.from({ length: size }, () => ({
      name: makeName(random, random.chance(0.6) ? 'female' : 'male').name,
      phone: `19900${String(random.whole(0, 999_999)).padStart(6, '0')}`,
    }))
  const suiting = holders.filter((holder) => {
    const age = ageAt(holder, fromDay)
    return who === 'children' ? age >= 6 && age < 30 : age >= 18 && age < 66
  })
  return sample(random, suiting, size).map((holder) => ({ holder }))
}

function takeDown(
  { book }: Setting,
  { who }: Held,
  about: {
    readonly session: string
    readonly heldOn: string
    readonly people: Who
    readonly size: number
    readonly after: string
    readonly random: Chance
  },
): readonly string[] {
  const { session, heldOn, people, size, random } = about
  const enter = (
    key: string,
    values: Readonly<Record<string, unknown>>,
    links: Readonly<Record<string, string>> = {},
  ) =>
    book.enter(
      heldOn,
      'activities.attendance',
      key,
      { part: 'participant', ...values },
      { links: { session, ...links }, after: [about.after] },
    )
      ? [key]
      : []
  if (who === 'heads')
    return enter(`${session} heads`, { manner: 'count', headCount: size, headCountReason: '现场人数较多，按人数登记' })
  return people.flatMap((one, index) => {
    // not everybody comes on every day
    if (random.chance(0.06)) return []
    const key = `${session} ${index}`
    return 'holder' in one
      ? enter(key, { manner: 'list' }, { person: holderKey(one.holder) })
      : enter(key, { manner: 'list', outsiderName: one.name, outsiderPhone: one.phone })
  })
}

function spend(
  { book }: Setting,
  {
    key,
    on,
    size,
    kind,
    random,
  }: {
    readonly key: string
    readonly on: string
    readonly size: number
    readonly kind: string
    readonly random: Chance
  },
): void {
  if (kind === 'activities.study' || kind === 'activities.meeting') return
  const lines = [
    { item: 'materials', what: '资料和物料', amount: size * random.whole(8, 20) * 100 },
    { item: 'teachers', what: '师资和医务人员', amount: random.whole(10, 40) * 10_000 },
  ]
  for (const line of lines)
    book.enter(on, 'activities.cost', `${key} ${line.item}`, { ...line, spentOn: on }, { links: { activity: key } })
}
