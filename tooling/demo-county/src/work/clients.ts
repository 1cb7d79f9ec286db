import { addDays } from '@opendpf/standards'
import type { DemoPerson } from '../people.js'
import type { Random } from '../random.js'
import { isRecent, workdayAfter, workdayIn } from './calendar.js'
import { holderKey } from './deed.js'
import { rehabCentre, stationOf } from './places.js'
import { sample, shareOf } from './samples.js'
import type { Setting } from './setting.js'

/** Of all holders in a year: who is served, and whose need stays open. */
const served = 0.23
const unserved = 0.035

interface Offered {
  readonly item: string
  readonly setting: 'community' | 'home' | 'institution'
  readonly weight: number
}

/** What is done for whom, by the category of the disability. */
const offers: Readonly<Record<string, readonly Offered[]>> = {
  '1': [
    { item: '121', setting: 'community', weight: 3 },
    { item: '122', setting: 'home', weight: 4 },
    { item: '141', setting: 'community', weight: 3 },
  ],
  '2': [
    { item: '221', setting: 'institution', weight: 3 },
    { item: '241', setting: 'community', weight: 7 },
  ],
  '3': [
    { item: '321', setting: 'institution', weight: 4 },
    { item: '341', setting: 'home', weight: 3 },
  ],
  '4': [
    { item: '422', setting: 'community', weight: 6 },
    { item: '441', setting: 'home', weight: 3 },
    { item: '442', setting: 'community', weight: 1 },
  ],
  '5': [
    { item: '521', setting: 'institution', weight: 3 },
    { item: '541', setting: 'home', weight: 5 },
  ],
  '6': [
    { item: '621', setting: 'community', weight: 3 },
    { item: '641', setting: 'home', weight: 5 },
    { item: '641', setting: 'community', weight: 2 },
  ],
}

/** What is shown of a client by the scale of his file. */
const scales: Readonly<Record<string, string>> = {
  '1': 'visual-acuity',
  '2': 'hearing-threshold',
  '3': 'speech',
  '4': 'activities-of-daily-life',
  '5': 'cognition',
  '6': 'participation',
}

/** A holder with a rehabilitation file, from when on he is served by a plan. */
export interface FiledClient {
  readonly holder: DemoPerson
  readonly file: string
  readonly category: string
  readonly since: string
}

/** Needs, files, services and follow-ups of two years. Answers who has a file. */
export function tellClients(setting: Setting): readonly FiledClient[] {
  const random = setting.chanceOf('clients')
  const files = new Map<string, FiledClient>()
  const opened = new Set<string>()
  for (const year of setting.years) {
    const chosen = sample(random, setting.holders, shareOf(setting.holders.length, served + unserved))
    const count = shareOf(setting.holders.length, served)
    for (const [index, holder] of chosen.entries()) {
      const need = `need ${holder.idNumber} ${year}`
      // most was found by the survey of the winter before
      const raisedOn = random.chance(0.4) ? workdayIn(random, year, [1, 2]) : workdayIn(random, year, [1, 10])
      const isEntered = setting.book.enter(
        raisedOn,
        'persons.need',
        need,
        {
          kind: random.chance(0.8) ? 'rehabilitation' : 'care',
          level: random.chance(0.2) ? 'urgent' : 'ordinary',
          raisedOn,
        },
        { links: { person: holderKey(holder) } },
      )
      if (isEntered && index < count) serve(setting, random, { holder, need, raisedOn, files, opened })
    }
  }
  return [...files.values()]
}

interface Serving {
  readonly holder: DemoPerson
  readonly need: string
  readonly raisedOn: string
  readonly files: Map<string, FiledClient>
  /** Who has a file, whether it is served by a plan or not. */
  readonly opened: Set<string>
}

function serve(setting: Setting, random: Random, { holder, need, raisedOn, files, opened }: Serving): void {
  const { book } = setting
  const category = random.pick(holder.disability.components).category
  const first = workdayAfter(raisedOn, random.whole(8, 45))
  if (!opened.has(holder.idNumber) && random.chance(0.8)) {
    opened.add(holder.idNumber)
    openFile(setting, random, { holder, category, first, files })
  }
  const times = random.weighted([
    [1, 40],
    [2, 30],
    [3, 20],
    [4, 10],
  ] as const)
  const meetsNeed = random.chance(0.88)
  let on = first
  for (let turn = 1; turn <= times; turn += 1) {
    const { item, setting: where } = random.weighted((offers[category] ?? []).map((offer) => [offer, offer.weight]))
    const cost = random.whole(4, 40) * 2_000
    const key = `service ${need} ${turn}`
    const isDone = book.enter(
      on,
      'rehab.service',
      key,
      {
        item,
        setting: where,
        servedOn: on,
        times: random.whole(1, 6),
        ...(random.chance(0.75) ? { cost, fundPaid: random.chance(0.85) ? cost : Math.round(cost * 0.7) } : {}),
        effect: random.weighted([
          ['marked', 15],
          ['improved', 55],
          ['unchanged', 28],
          ['worse', 2],
        ] as const),
        meetsNeed: meetsNeed && turn === times,
      },
      {
        links: {
          person: holderKey(holder),
          need,
          ...(where === 'institution'
            ? { institution: rehabCentre }
            : where === 'community'
              ? { institution: stationOf(holder) }
              : {}),
        },
        after: [need],
      },
    )
    if (!isDone) return
    if (turn < times) on = workdayAfter(on, random.whole(12, 40))
  }
  const file = files.get(holder.idNumber)
  if (file && file.since <= on && random.chance(0.6)) followUp(setting, random, { file, on })
}

function openFile(
  { book }: Setting,
  random: Random,
  {
    holder,
    category,
    first,
    files,
  }: Pick<Serving, 'holder' | 'files'> & { readonly category: string; readonly first: string },
): void {
  const file = `file ${holder.idNumber}`
  const number = `KF${first.slice(0, 4)}${String(book.next()).padStart(6, '0')}`
  const station = stationOf(holder)
  book.enter(
    first,
    'rehab.file',
    file,
    { number, openedOn: first, category, ...(random.chance(0.9) ? { cardIssuedOn: first } : {}) },
    { links: { person: holderKey(holder), station } },
  )
  // somebody is always on the way
  const isSlow = isRecent(first, book.today)
  if (random.chance(0.12) && isSlow) return
  const assessedOn = workdayAfter(first, random.whole(1, 12))
  book.enter(
    assessedOn,
    'rehab.assessment',
    `${file} assessed`,
    {
      phase: 'first',
      assessedOn,
      scale: scales[category] ?? 'other',
      score: random.whole(20, 65),
      fullScore: 100,
    },
    { links: { file, institution: station } },
  )
  if (random.chance(0.12) && isSlow) return
  const madeOn = workdayAfter(assessedOn, random.whole(1, 9))
  const plan = `plan ${holder.idNumber}`
  book.enter(
    madeOn,
    'rehab.plan',
    plan,
    {
      goal: random.pick([
        '能独立完成日常起居',
        '能独立行走一百米',
        '能与家人日常沟通',
        '情绪稳定，按时服药',
        '能参加社区活动',
      ]),
      madeOn,
      untilDay: addDays(madeOn, 300),
      responsible: random.pick(['治疗师甲', '治疗师乙', '康复员丙']),
    },
    { links: { file, institution: station }, after: [file, `${file} assessed`] },
  )
  const { item, setting } = random.weighted((offers[category] ?? []).map((offer) => [offer, offer.weight]))
  book.enter(
    madeOn,
    'rehab.planItem',
    `${plan} item`,
    { item, setting, times: random.whole(4, 24) },
    { links: { plan, institution: setting === 'institution' ? rehabCentre : station } },
  )
  if (random.chance(0.12) && isSlow) return
  const agreedOn = workdayAfter(madeOn, random.whole(0, 7))
  const isAgreed = book.step(
    agreedOn,
    ['rehab.plan', plan, 'agree'],
    { agreedOn, agreedBy: category === '5' || category === '6' ? 'guardian' : 'self' },
    { after: [`${plan} item`] },
  )
  if (isAgreed) files.set(holder.idNumber, { holder, file, category, since: agreedOn })
}

function followUp(
  { book }: Setting,
  random: Random,
  { file, on }: { readonly file: FiledClient; readonly on: string },
): void {
  const dueOn = workdayAfter(on, 30)
  const key = `follow-up ${file.file} ${book.next()}`
  book.enter(on, 'rehab.followUp', key, { about: 'service', dueOn }, { links: { file: file.file } })
  if (random.chance(0.1)) return
  const heldOn = workdayAfter(dueOn, random.whole(0, 6))
  book.step(heldOn, ['rehab.followUp', key, 'hold'], {
    heldOn,
    way: random.weighted([
      ['visit', 5],
      ['phone', 4],
      ['station', 1],
    ] as const),
    effect: random.weighted([
      ['marked', 18],
      ['improved', 62],
      ['unchanged', 18],
      ['worse', 2],
    ] as const),
    satisfaction: random.whole(3, 5),
  })
}
