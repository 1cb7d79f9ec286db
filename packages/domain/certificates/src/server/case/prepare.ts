import type { Draft, RecordHooks } from '@opendpf/kit/server'
import { businessDateOf, disabilityCategories, disabilityGrades } from '@opendpf/standards'
import type { certificates } from '../../contract/index.js'
import { type Components, openCaseStates } from '../../contract/index.js'
import { conclusionOf } from './conclusion.js'

type Case = typeof certificates.records.case
type CaseDraft = Draft<Case>

/** Fills category and grade from what was found, and refuses what cannot be by itself. */
export const prepareCase: NonNullable<RecordHooks<Case>['prepare']> = (draft, { today, clock }) => {
  const { values, before } = draft
  if (values.appliedOn > today) draft.refuse('appliedOn', 'case.problem.future')
  if (values.assessedOn !== null && values.assessedOn > today) draft.refuse('assessedOn', 'case.problem.future')
  if (values.issueDate !== null && values.issueDate > today) draft.refuse('issueDate', 'case.problem.future')
  if ((values.item === 'cancel') !== (values.cancelReason !== null))
    draft.refuse('cancelReason', 'case.problem.cancelReason')
  // who moves here from outside this system brings a paper, and no row
  const isFirst = values.item === 'new' || (values.item === 'transfer-in' && values.fromPlace !== null)
  if (isFirst && values.certificate !== null) draft.refuse('certificate', 'case.problem.aboutNone')
  if (!isFirst && values.certificate === null) draft.refuse('certificate', 'case.problem.about')
  if (draft.verb !== undefined && findings.has(draft.verb)) values.foundOn = today
  takeHead(draft)
  const isOpen = openCaseStates.includes(values.state)
  values.closedOn = isOpen ? null : (before?.closedOn ?? businessDateOf(clock.now()))
}

// the steps by which it is found whether and how the standard is met
const findings = new Set([
  'registerFile',
  'findEligible',
  'findNotEligible',
  'cityFindsEligible',
  'cityFindsNotEligible',
  'provinceFindsEligible',
])

/** Several disabilities are one of category 7, of the grade of the most severe (办法 第 13 条). */
function takeHead(draft: CaseDraft): void {
  const { values } = draft
  const components = values.components as Components | null
  if (!components || components.length === 0) {
    values.category = null
    values.grade = null
    return
  }
  if (new Set(components.map(({ category }) => category)).size < components.length)
    draft.refuse('components', 'case.problem.components')
  const { category, grade } = conclusionOf(components)
  values.category = disabilityCategories.has(category ?? '') ? (category ?? null) : null
  values.grade = disabilityGrades.has(grade ?? '') ? (grade ?? null) : null
}
