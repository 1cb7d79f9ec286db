export type {
  AmountTold,
  Ask,
  Explanation,
  PopulationPart,
  PopulationRow,
  SimulatedPart,
  SimulatedRow,
  Simulation,
  TownCount,
} from './answers.js'
export { populationParts, simulatedParts } from './answers.js'
export { benefitKinds } from './benefit-kinds.js'
export {
  type Book,
  bookOf,
  type Declarations,
  eligibility,
  eligibilityId,
  type Predicate,
  type Scheme,
  type SchemeNote,
} from './declare.js'
export { eligibilityModule } from './eligibility-module.js'
export { evaluate, type Finding, type Known, namesIn, type ParameterFound } from './evaluate.js'
export { type Fact, type FactKind, person } from './fact.js'
export {
  type Document,
  type NationalValue,
  type ParameterDef,
  type ParameterKind,
  valueProblem,
} from './parameter-def.js'
export {
  all,
  any,
  atLeast,
  atMost,
  clause,
  is,
  isSet,
  named,
  not,
  type Operand,
  oneOf,
  parameter,
  type Rule,
  type Says,
  some,
  value,
} from './rule.js'
export { isByCode, sumFor } from './sums.js'
export type { Code, FactValue, Item, ParameterValue, Pattern, Sums, Verdict } from './values.js'
