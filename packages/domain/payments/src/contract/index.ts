export { type AccountFinding, accountFindings, accountFindingsSchema } from './account-findings.js'
export { type ShippedTemplate, shippedTemplates } from './files/shipped-templates.js'
export { isMonth } from './month.js'
export { payments } from './payments.js'
export { endedStates, issuedStates } from './records/batch.js'
export {
  type PaidColumns,
  type PaidValue,
  paidColumnsSchema,
  paidValues,
  type ResultColumns,
  type ResultValue,
  resultColumnsSchema,
  resultValues,
} from './records/file-template.js'
export { type LineKind, type LineProblem, lineKinds, lineProblems } from './records/line.js'
export { type OverpaymentGround, overpaymentGrounds } from './records/overpayment.js'
export { reissueSchema } from './reissue.js'
