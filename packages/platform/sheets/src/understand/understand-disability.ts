import {
  type DisabilityCategory,
  type DisabilityGrade,
  disabilityCategories,
  disabilityGrades,
  headOf,
} from '@opendpf/standards'
import type { Cell } from '../cell/cell.js'
import { type DisabilityToken, readDisabilityTokens } from './disability-tokens.js'
import { squeezed } from './plain-text.js'
import { type NotUnderstood, notUnderstood, type Reading, understood } from './reading.js'
import type { ReadingWarning } from './reading-texts.js'

/** A disability as a cell states it; what the cell does not say is left out. */
export interface StatedDisability {
  /** `7` where several are stated, or just “multiple”. */
  readonly category: DisabilityCategory
  /** The grade of the whole: as stated, else the most severe of the components. */
  readonly grade?: DisabilityGrade
  readonly components: readonly StatedComponent[]
}

/** One of the disabilities stated. */
export interface StatedComponent {
  readonly category: Exclude<DisabilityCategory, '7'>
  readonly grade?: DisabilityGrade
}

interface Stated {
  readonly components: readonly StatedComponent[]
  readonly isMultiple: boolean
  readonly grade: DisabilityGrade | undefined
  readonly isCode: boolean
}

/**
 * Reads category and grade of disability: `肢体二级`, `肢体残疾(2级)`, `视力一级,肢体三级`, `多重一级（视力一级、言语二级）`,
 * `4`, `42`. With a second cell, the grade stands there.
 */
export function understandDisability(cell: Cell, gradeCell?: Cell): Reading<StatedDisability> {
  const ownGrade = gradeCell === undefined ? undefined : readGrade(gradeCell)
  if (ownGrade !== undefined && !ownGrade.ok && ownGrade.reason !== 'EMPTY') return ownGrade
  if (cell.kind === 'error') return notUnderstood('FORMULA_ERROR')
  const text = cell.kind === 'empty' ? '' : squeezed(String(cell.value))
  if (text === '') return notUnderstood('EMPTY')
  const tokens = readDisabilityTokens(cell.kind === 'text' ? cell.value : text)
  if (!tokens.ok) return tokens
  const stated = statedBy(tokens.value)
  if ('reason' in stated) return stated
  return complete(stated, ownGrade?.ok ? ownGrade.value : undefined)
}

function readGrade(cell: Cell): Reading<DisabilityGrade> {
  if (cell.kind === 'error') return notUnderstood('FORMULA_ERROR')
  const match = disabilityGrades.match(cell.kind === 'empty' ? '' : squeezed(String(cell.value)))
  if (match.ok) return understood(match.value)
  return notUnderstood(match.reason === 'EMPTY' ? 'EMPTY' : 'DISABILITY_UNKNOWN')
}

function statedBy(tokens: readonly DisabilityToken[]): Stated | NotUnderstood {
  const multiple = tokens.find((token) => token.category === '7')
  const components = tokens.flatMap(({ category, grade }): readonly StatedComponent[] => {
    if (category === '7') return []
    return [grade === undefined ? { category } : { category, grade }]
  })
  if (new Set(components.map(({ category }) => category)).size < components.length)
    return notUnderstood('DISABILITY_TWICE')
  return {
    components,
    isMultiple: multiple !== undefined || components.length > 1,
    grade: multiple?.grade,
    isCode: tokens.some((token) => token.isCode),
  }
}

function complete(stated: Stated, ownGrade: DisabilityGrade | undefined): Reading<StatedDisability> {
  const [only] = stated.components
  const category: DisabilityCategory = stated.isMultiple || only === undefined ? '7' : only.category
  const inner = stated.isMultiple ? (stated.grade ?? severest(stated.components)) : only?.grade
  if (
    ownGrade !== undefined &&
    inner !== undefined &&
    ownGrade !== inner &&
    !(stated.isMultiple && stated.grade === undefined)
  ) {
    return notUnderstood('GRADE_CONFLICT')
  }
  const grade = ownGrade ?? inner
  const components: readonly StatedComponent[] =
    stated.isMultiple || only === undefined || grade === undefined
      ? stated.components
      : [{ category: only.category, grade }]
  const value: StatedDisability = grade === undefined ? { category, components } : { category, grade, components }
  return understood(value, { understoodAs: describe(value), warnings: warningsOf(value, stated) })
}

function warningsOf(value: StatedDisability, stated: Stated): readonly ReadingWarning[] {
  const warnings: ReadingWarning[] = []
  if (stated.isCode) warnings.push('CODE_READ')
  if (value.grade === undefined) warnings.push('GRADE_MISSING')
  if (stated.isMultiple && value.components.length === 0) warnings.push('COMPONENTS_NOT_WRITTEN')
  const graded = severest(value.components)
  if (value.components.length > 1 && value.grade !== undefined) {
    if (graded === undefined) warnings.push('GRADE_NOT_PER_COMPONENT')
    else if (graded !== value.grade) warnings.push('HEAD_DIFFERS')
  }
  return warnings
}

// the head of a certificate needs the grade of every component
function severest(components: readonly StatedComponent[]): DisabilityGrade | undefined {
  const graded = components.flatMap(({ category, grade }) => (grade === undefined ? [] : [{ category, grade }]))
  if (graded.length < components.length) return undefined
  const head = headOf(graded)
  return head.ok ? head.value.grade : undefined
}

function describe(value: StatedDisability): string {
  const parts = value.components.map(({ category, grade }) => nameOf(category, grade))
  const whole = nameOf(value.category, value.grade)
  if (value.category !== '7') return whole
  return parts.length === 0 ? whole : `${whole}（${parts.join('、')}）`
}

function nameOf(category: DisabilityCategory, grade: DisabilityGrade | undefined): string {
  const name = (disabilityCategories.find(category)?.zh ?? '').replace(/残疾$/, '')
  return `${name}${grade === undefined ? '' : (disabilityGrades.find(grade)?.zh ?? '')}`
}
