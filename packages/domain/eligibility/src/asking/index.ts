export { isPaidByCode, paidBy } from './amounts.js'
export { explain, ruleVersion } from './explain.js'
export { type FactGroup, type FactSources, facts, type GroupAsked } from './facts.js'
export {
  type ParameterEntry,
  type ParametersAsked,
  type ParameterTable,
  readParameters,
  type Supposed,
  valueFor,
} from './parameters.js'
export {
  type Compiled,
  compileSchemes,
  countPopulation,
  countPopulations,
  listPopulation,
  type SchemesAsked,
  verdictOf,
} from './population.js'
export { readFact } from './read-fact.js'
