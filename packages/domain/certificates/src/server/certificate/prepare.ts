import type { Draft, RecordHooks } from '@opendpf/kit/server'
import { checkComponents, type DisabilityComponent, disabilityCategories, disabilityGrades } from '@opendpf/standards'
import type { Components, certificates } from '../../contract/index.js'
import { readNumber } from './read-number.js'
import { isUsualValidity, lastDayOf, stateOn } from './validity.js'

type Certificate = typeof certificates.records.certificate
type CertificateDraft = Draft<Certificate>

/**
 * Fills what follows from the number and the date of issue, and refuses what contradicts them. What had been filled from an old number
 * or date follows the new one; what somebody entered is compared.
 */
export const prepareCertificate: NonNullable<RecordHooks<Certificate>['prepare']> = (draft, { today }) => {
  prepareNumber(draft, today)
  prepareComponents(draft)
  prepareDates(draft, today)
  prepareState(draft, today)
}

function prepareNumber(draft: CertificateDraft, today: string): void {
  const { values, before } = draft
  const number = readNumber(values.number)
  if (number.residentId.birthDate > today) draft.refuse('number', 'certificate.problem.idFuture')
  const isNew = before !== undefined && before.number !== values.number
  if (values.category === null || (isNew && values.category === before.category)) values.category = number.category
  else if (values.category !== number.category) draft.refuse('category', 'certificate.problem.categoryMismatch')
  if (values.grade === null || (isNew && values.grade === before.grade)) values.grade = number.grade
  else if (values.grade !== number.grade) draft.refuse('grade', 'certificate.problem.gradeMismatch')
}

function prepareComponents(draft: CertificateDraft): void {
  const { values, before } = draft
  const { category, grade } = values
  if (!disabilityCategories.has(category) || !disabilityGrades.has(grade)) return
  const isLeftOver =
    before !== undefined &&
    isSame(values.components, before.components) &&
    (before.category !== category || before.grade !== grade)
  if (values.components === null || (isLeftOver && values.components.length === 1)) {
    const part = values.components?.find((one) => one.category === category)?.part
    values.components = category === '7' ? null : [{ category, grade, ...(part === undefined ? {} : { part }) }]
    if (values.components === null) draft.warn('components', 'certificate.problem.componentsNeeded')
    return
  }
  const checked = checkComponents({ category, grade, components: values.components as Components })
  if (checked.ok) return
  draft.refuse(
    'components',
    checked.reason === 'DUPLICATE_CATEGORY'
      ? 'certificate.problem.componentsDuplicate'
      : 'certificate.problem.componentsHead',
  )
}

function isSame(one: readonly DisabilityComponent[] | null, other: readonly DisabilityComponent[] | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function prepareDates(draft: CertificateDraft, today: string): void {
  const { values, before } = draft
  if (values.issueDate > today) draft.refuse('issueDate', 'certificate.problem.issueFuture')
  const isRenewed = before !== undefined && before.issueDate !== values.issueDate && values.validTo === before.validTo
  if (
    values.validTo === null ||
    (isRenewed && values.validTo !== null && isUsualValidity(before.issueDate, values.validTo))
  ) {
    values.validTo = lastDayOf(values.issueDate)
  }
  if (values.validTo < values.issueDate) draft.refuse('validTo', 'certificate.problem.validToEarly')
  else if (!isUsualValidity(values.issueDate, values.validTo) && before?.validTo !== values.validTo) {
    draft.warn('validTo', 'certificate.problem.validToUnusual')
  }
  if (values.assessedOn !== null && values.assessedOn > values.issueDate)
    draft.warn('assessedOn', 'certificate.problem.assessedLate')
}

function prepareState(draft: CertificateDraft, today: string): void {
  const { values, before } = draft
  const state = stateOn(today, values.state, values.validTo ?? '')
  if (values.state === 'valid' && state === 'expired') draft.warn('state', 'certificate.problem.stateExpired')
  values.state = state
  if (before?.state !== state && values.stateOn === (before?.stateOn ?? null)) values.stateOn = today
  if (state === 'cancelled' && values.cancelReason === null)
    draft.refuse('cancelReason', 'certificate.problem.reasonNeeded')
  if (state !== 'cancelled' && values.cancelReason !== null)
    draft.refuse('cancelReason', 'certificate.problem.reasonUnused')
  if (state !== 'frozen' && values.freezeReason !== null) {
    // what was frozen and is not any more has no reason left; what never was has none to give
    if (before?.state === 'frozen' || before === undefined || values.freezeReason === before.freezeReason)
      values.freezeReason = null
    else draft.refuse('freezeReason', 'certificate.problem.freezeReasonUnused')
  }
  if (values.movedOn !== null && values.movedOn > today) draft.refuse('movedOn', 'certificate.problem.moveFuture')
  // a new term begins anew
  if (values.isRenewable === true && before?.issueDate !== values.issueDate) values.isRenewable = false
  values.media ??= 'paper2'
  values.source ??= 'county'
}
