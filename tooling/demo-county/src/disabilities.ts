import type { ComponentCategory, DisabilityCategory, DisabilityComponent, DisabilityGrade } from '@opendpf/standards'
import type { Random } from './random.js'

type Weights = readonly [number, number, number, number]

/**
 * The mix of certificate holders: shares of the categories, and of the grades within each. Estimates from national register shares,
 * checked against a small county's published figures; the sample survey of 2006 has another mix and is not used.
 */
export const holderMix: Readonly<Record<DisabilityCategory, { readonly share: number; readonly grades: Weights }>> = {
  '1': { share: 11, grades: [35, 15, 15, 35] },
  '2': { share: 8.5, grades: [30, 30, 20, 20] },
  '3': { share: 1.6, grades: [35, 20, 20, 25] },
  '4': { share: 53.5, grades: [5, 23, 30, 42] },
  '5': { share: 9, grades: [12, 30, 35, 23] },
  '6': { share: 11, grades: [8, 55, 25, 12] },
  '7': { share: 5.4, grades: [45, 35, 14, 6] },
}

const grades = ['1', '2', '3', '4'] as const
const single = ['1', '2', '3', '4', '5', '6'] as const satisfies readonly ComponentCategory[]

export interface DemoDisability {
  readonly category: DisabilityCategory
  readonly grade: DisabilityGrade
  readonly components: readonly DisabilityComponent[]
}

/** A disability by the mix; a multiple one gets its components, of which the worst gives the grade. */
export function makeDisability(random: Random): DemoDisability {
  const category = random.weighted(
    Object.entries(holderMix).map(([code, { share }]) => [code as DisabilityCategory, share] as const),
  )
  const weights = holderMix[category].grades
  const grade = random.weighted(grades.map((code, index) => [code, weights[index] ?? 0] as const))
  if (category !== '7') return { category, grade, components: [{ category, grade }] }
  const first = random.pick(single)
  const second = random.pick(single.filter((code) => code !== first))
  const milder = grades[random.whole(grades.indexOf(grade), 3)] ?? grade
  return {
    category,
    grade,
    components: [
      { category: first, grade },
      { category: second, grade: milder },
    ],
  }
}

/** An age on a given day, by category: intellectual disability is young, mental in the middle years, sight and hearing old. */
export function makeAge(random: Random, category: DisabilityCategory): number {
  const bands: readonly (readonly [readonly [number, number], number])[] =
    category === '5'
      ? [
          [[3, 17], 14],
          [[18, 59], 68],
          [[60, 85], 18],
        ]
      : category === '6'
        ? [
            [[6, 17], 2],
            [[18, 34], 18],
            [[35, 65], 65],
            [[66, 85], 15],
          ]
        : category === '1' || category === '2'
          ? [
              [[1, 17], 3],
              [[18, 59], 34],
              [[60, 94], 63],
            ]
          : [
              [[1, 17], 3],
              [[18, 59], 49],
              [[60, 92], 48],
            ]
  const [from, to] = random.weighted(bands)
  return random.whole(from, to)
}
