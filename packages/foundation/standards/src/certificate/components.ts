import { accept, type Parsed, refuse } from '../result.js'
import {
  type ComponentCategory,
  type DisabilityCategory,
  type DisabilityGrade,
  disabilityCategories,
  disabilityGrades,
} from './categories.js'

/** One assessed disability of a person. */
export interface DisabilityComponent {
  readonly category: ComponentCategory
  readonly grade: DisabilityGrade
}

/** Category and grade as they stand on the certificate. */
export interface DisabilityHead {
  readonly category: DisabilityCategory
  readonly grade: DisabilityGrade
}

/** Why components make no certificate: none, an unknown category or grade, 7 as a component, one category twice. */
export type ComponentsReason = 'NONE' | 'CATEGORY' | 'GRADE' | 'DUPLICATE_CATEGORY'

/**
 * Category and grade of the certificate from its components: a single one stands for itself; several make
 * category 7 with the grade of the most severe (Measures for the certificate, article 13).
 * `at` is the position of the offending component.
 */
export function headOf(components: readonly DisabilityComponent[]): Parsed<DisabilityHead, ComponentsReason> {
  if (!Array.isArray(components) || components.length === 0) return refuse('NONE')
  const seen = new Set<DisabilityCategory>()
  let grade: DisabilityGrade = '4'
  for (const [at, component] of (components as readonly (DisabilityComponent | undefined)[]).entries()) {
    const category: unknown = component?.category
    if (!disabilityCategories.has(category) || category === '7') return refuse('CATEGORY', at)
    if (!disabilityGrades.has(component?.grade)) return refuse('GRADE', at)
    if (seen.has(category)) return refuse('DUPLICATE_CATEGORY', at)
    seen.add(category)
    if (component.grade < grade) grade = component.grade
  }
  const [only, ...others] = seen
  return accept({ category: others.length > 0 || only === undefined ? '7' : only, grade })
}

/** Checks that the head on a certificate is the one its components make; HEAD when it is not. */
export function checkComponents(certificate: {
  readonly category: DisabilityCategory
  readonly grade: DisabilityGrade
  readonly components: readonly DisabilityComponent[]
}): Parsed<DisabilityHead, ComponentsReason | 'HEAD'> {
  const head = headOf(certificate.components)
  if (!head.ok) return head
  const isSame = head.value.category === certificate.category && head.value.grade === certificate.grade
  return isSame ? head : refuse('HEAD')
}
