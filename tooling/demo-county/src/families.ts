import { addDays, addYears, ageOn, splitName } from '@opendpf/standards'
import { makeName } from './names.js'
import { createNumbers, type DemoOptions, type DemoPerson, generatePersons, type Numbers } from './people.js'
import { createRandom, type Random } from './random.js'

/** Somebody of a household who has no certificate. */
export interface DemoRelative {
  readonly name: string
  readonly sex: '1' | '2'
  readonly ethnicity: string
  readonly birthDate: string
  readonly idNumber: string
}

/** A member of a household with the relation to its head (GB/T 4761). */
export interface DemoMember {
  readonly relation: string
  readonly since: string
  readonly holder?: DemoPerson
  readonly relative?: DemoRelative
}

/** A household with one holder or more; the first member is the head. */
export interface DemoFamily {
  readonly members: readonly [DemoMember, ...DemoMember[]]
  readonly economicState: 'ordinary' | 'allowance' | 'extremely-poor' | 'allowance-margin' | 'poor-monitored'
  readonly housing: 'own' | 'rented' | 'public-rental' | 'borrowed'
  readonly isDilapidated: boolean
}

/** One household in eleven has a second holder (一户多残). */
const secondHolderShare = 0.09

/** The households of the county, one after the other; their holders are those of the roster with the same options. */
export function* generateFamilies(options: DemoOptions): Generator<DemoFamily> {
  const { seed = 'opendpf', today = '2026-10-31' } = options
  const random = createRandom(`${seed} families`)
  const numbers = createNumbers('top')
  let waiting: DemoPerson | undefined
  for (const holder of generatePersons(options)) {
    if (waiting === undefined) waiting = holder
    else if (random.chance(secondHolderShare)) {
      yield makeFamily([waiting, holder], { random, numbers, today })
      waiting = undefined
    } else {
      yield makeFamily([waiting], { random, numbers, today })
      waiting = holder
    }
  }
  if (waiting) yield makeFamily([waiting], { random, numbers, today })
}

interface Making {
  readonly random: Random
  readonly numbers: Numbers
  readonly today: string
}

function makeFamily(holders: readonly [DemoPerson, ...DemoPerson[]], making: Making): DemoFamily {
  const { random, today } = making
  const [first, second] = holders
  const age = ageOn(first.birthDate, today) ?? 0
  const members = age < 25 ? withParents(first, making) : asHead(first, making)
  if (second) members.push({ relation: '97', since: later(second.birthDate, '2015-01-01'), holder: second })
  const isOnAllowance = holders.some((holder) => holder.isOnAllowance)
  return {
    members: members as [DemoMember, ...DemoMember[]],
    economicState: isOnAllowance
      ? 'allowance'
      : random.weighted([
          ['ordinary', 86],
          ['extremely-poor', 4],
          ['allowance-margin', 6],
          ['poor-monitored', 4],
        ] as const),
    housing: random.weighted([
      ['own', 84],
      ['rented', 6],
      ['public-rental', 6],
      ['borrowed', 4],
    ] as const),
    isDilapidated: random.chance(0.03),
  }
}

/** A young holder lives with a parent, who is the head. */
function withParents(holder: DemoPerson, making: Making): DemoMember[] {
  const isFather = making.random.chance(0.6)
  const parent = makeRelative(
    { holder, years: making.random.whole(22, 38), isMale: isFather, isOlder: true, isSameSurname: isFather },
    making,
  )
  const relation = holder.sex === '1' ? '20' : '30'
  return [
    { relation: '01', since: later(parent.birthDate, '2000-01-01'), relative: parent },
    { relation, since: holder.birthDate, holder },
  ]
}

/** An adult holder heads the household, often with a spouse and children. */
function asHead(holder: DemoPerson, making: Making): DemoMember[] {
  const { random, today } = making
  const members: DemoMember[] = [{ relation: '01', since: later(holder.birthDate, '2000-01-01'), holder }]
  if (holder.marital === '20') {
    const spouse = makeRelative(
      {
        holder,
        years: random.whole(0, 4),
        isMale: holder.sex === '2',
        isOlder: random.chance(0.5),
        isSameSurname: false,
      },
      making,
    )
    members.push({ relation: '10', since: later(spouse.birthDate, '2005-01-01'), relative: spouse })
  }
  const children =
    holder.marital === '10'
      ? 0
      : random.weighted([
          [0, 40],
          [1, 40],
          [2, 20],
        ] as const)
  for (let count = 0; count < children; count += 1) {
    const isMale = random.chance(0.52)
    const child = makeRelative(
      { holder, years: random.whole(22, 34), isMale, isOlder: false, isSameSurname: holder.sex === '1' },
      making,
    )
    if (child.birthDate < today)
      members.push({ relation: isMale ? '20' : '30', since: child.birthDate, relative: child })
  }
  return members
}

interface Kin {
  readonly holder: DemoPerson
  /** Years apart from the holder. */
  readonly years: number
  readonly isMale: boolean
  readonly isOlder: boolean
  readonly isSameSurname: boolean
}

function makeRelative(
  { holder, years, isMale, isOlder, isSameSurname }: Kin,
  { random, numbers }: Making,
): DemoRelative {
  const wanted = addDays(addYears(holder.birthDate, isOlder ? -years : years), random.whole(0, 364))
  const { idNumber, birthDate } = numbers.take(wanted, isMale)
  const made = makeName(random, isMale ? 'male' : 'female')
  const isHan = !holder.name.includes('·') && !made.name.includes('·')
  const name = isSameSurname && isHan ? splitName(holder.name).surname + splitName(made.name).given : made.name
  return { name, sex: isMale ? '1' : '2', ethnicity: made.ethnicity, birthDate, idNumber }
}

function later(one: string, other: string): string {
  return one > other ? one : other
}
