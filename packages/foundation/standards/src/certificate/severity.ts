import type { DisabilityGrade } from './categories.js'

/** Definitions of 重度 that hold nationwide and for every category. Others differ by programme, region and date. */
export type SeverityRule = 'general'

/**
 * Whether a grade is severe (重度) under a named rule. `general`: grades 1 and 2 of any category, as in
 * statistics and home retrofits. Subsidies, care and the employment levy each define it their own way.
 */
export function isSevere(grade: DisabilityGrade, rule: SeverityRule): boolean {
  switch (rule) {
    case 'general':
      return grade === '1' || grade === '2'
  }
}
