export { isMonth } from './month.js'
export { payments } from './payments.js'
export { endedStates, issuedStates } from './records/batch.js'
export { type LineKind, type LineProblem, lineKinds, lineProblems } from './records/line.js'
