import { addDays, addYears, composeResidentId, daysBetween, formatCertificateNumber } from '@opendpf/standards'
import type { DemoDisability } from './disabilities.js'
import { makeAge, makeDisability } from './disabilities.js'
import type { DemoDivision } from './divisions.js'
import { demoVillages } from './divisions.js'
import { makeName } from './names.js'
import type { Random } from './random.js'
import { createRandom } from './random.js'

/** One made-up holder of a certificate. */
export interface DemoPerson {
  readonly name: string
  readonly sex: '1' | '2'
  readonly ethnicity: string
  readonly birthDate: string
  readonly idNumber: string
  readonly village: DemoDivision
  readonly phone: string | null
  readonly householdType: '1' | '2' | '3'
  readonly marital: string
  readonly education: string
  readonly isOnAllowance: boolean
  readonly disability: DemoDisability
  readonly certificateNumber: string
  readonly issueDate: string
  readonly validTo: string
}

export interface DemoOptions {
  /** The same seed and size give the same county, to the byte. */
  readonly seed?: string
  readonly persons: number
  /** The day the county is looked at. */
  readonly today?: string
  /** A later day on which all certificates are still valid. Without it, the day the county is looked at. */
  readonly validOn?: string
}

/** The holders of the made-up county, one after the other: any number, in little memory. */
export function* generatePersons({
  seed = 'opendpf',
  persons,
  today = '2026-10-31',
  validOn = today,
}: DemoOptions): Generator<DemoPerson> {
  const random = createRandom(seed)
  const numbers = createNumbers()
  for (let index = 0; index < persons; index += 1) yield makePerson(random, numbers, { index, today, validOn })
}

interface Making {
  readonly index: number
  readonly today: string
  readonly validOn: string
}

function makePerson(random: Random, numbers: Numbers, { index, today, validOn }: Making): DemoPerson {
  const disability = makeDisability(random)
  const age = makeAge(random, disability.category)
  const isMale = random.chance(0.59)
  const born = addDays(addYears(today, -age), -random.whole(0, 364))
  const { idNumber, birthDate } = numbers.take(born, isMale)
  const { name, ethnicity } = makeName(random, isMale ? 'male' : 'female')
  const issueDate = lastIssue(random, birthDate, { today, validOn })
  return {
    name,
    sex: isMale ? '1' : '2',
    ethnicity,
    birthDate,
    idNumber,
    disability,
    issueDate,
    village: random.pick(demoVillages),
    // 19900 is not given to subscribers
    phone: random.chance(0.94) ? `199${String(index % 100_000_000).padStart(8, '0')}` : null,
    householdType: random.weighted([
      ['1', 72],
      ['2', 20],
      ['3', 8],
    ] as const),
    marital:
      age < 22
        ? '10'
        : random.weighted([
            ['10', 18],
            ['20', 58],
            ['30', age > 60 ? 22 : 4],
            ['40', 7],
          ] as const),
    education:
      age < 7
        ? '90'
        : random.weighted([
            ['90', 24],
            ['80', 38],
            ['70', 26],
            ['60', 6],
            ['40', 3],
            ['30', 2],
            ['20', 1],
          ] as const),
    isOnAllowance: random.chance(0.28),
    certificateNumber: formatCertificateNumber({
      residentId: idNumber,
      category: disability.category,
      grade: disability.grade,
    }),
    validTo: addDays(addYears(issueDate, 10), -1),
  }
}

/** Within the last ten years and after birth, so that the certificate is valid on the day. */
function lastIssue(random: Random, birthDate: string, { today, validOn }: Omit<Making, 'index'>): string {
  const day = addDays(today, -random.whole(1, 3640 - daysBetween(today, validOn)))
  return day > birthDate ? day : addDays(birthDate, 30) < today ? addDays(birthDate, 30) : today
}

/** Hands out ID numbers. */
export interface Numbers {
  take(birthDate: string, isMale: boolean): { readonly idNumber: string; readonly birthDate: string }
}

/**
 * Hands out ID numbers of county 990121, each once; a day whose numbers are used up passes on to the next one. `from` says at which end
 * of a day's numbers to begin, so that two hands meet late.
 */
export function createNumbers(from: 'bottom' | 'top' = 'bottom'): Numbers {
  const used = new Map<string, number>()
  return {
    take(wanted, isMale) {
      for (let birthDate = wanted; ; birthDate = addDays(birthDate, 1)) {
        const key = `${birthDate}${isMale ? 'm' : 'f'}`
        const count = used.get(key) ?? 0
        // odd for a man, even for a woman
        const place = count * 2 + (isMale ? 1 : 2)
        if (place > 498) continue
        const sequence = from === 'bottom' ? place : 998 - place
        used.set(key, count + 1)
        return { idNumber: composeResidentId({ addressCode: '990121', birthDate, sequence }), birthDate }
      }
    },
  }
}
