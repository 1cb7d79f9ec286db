export type { ChangeCount, CycleSummary, DifferenceCount, Gap, OfferStanding } from './answers.js'
export { type ApplicantKind, applicantKinds } from './applicant-kinds.js'
export { type ApplicationState, openApplicationStates } from './application/application-workflow.js'
export type { KeptClause, KeptExplanation } from './application/kept-explanation.js'
export { type Department, departments } from './departments.js'
export { addMonthsTo, isMonth, monthOf, monthsBetween } from './month.js'
export { programmeNotices } from './notices.js'
export {
  type BeneficiaryKind,
  type CycleKind,
  defineProgramme,
  type Evidence,
  type NamedProgramme,
  type Programme,
  programmesId,
  programmesOf,
  type StartRule,
  type Steps,
  type StopRule,
  surveyShape,
} from './programme.js'
export { programmes } from './programmes.js'
export { unfrozenCycleStates } from './records/cycle.js'
export type { Pause } from './records/enrolment.js'
export type { MemberLine } from './records/member.js'
export { type StopReason, stopReasons } from './stop-reasons.js'
export { subjectOf } from './subject.js'
export { askDay, askNumber, askSum, askText, askWhether, askWhich, askWords, type Question } from './survey.js'
