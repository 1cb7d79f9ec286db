export type { FigureAsked, FigureGroup, FigureRead, FigureValue, UnknownReason } from './answers.js'
export { unknownReasons } from './answers.js'
export { type Catalogue, catalogueOf, permissionsOf } from './catalogue.js'
export { ageBands, personDimensions } from './common-dimensions.js'
export { figures } from './figures-module.js'
export {
  additivityOf,
  type Code,
  type CountedIndicator,
  type CountedNames,
  type Dimension,
  type ExternalIndicator,
  type FinestDivision,
  figuresId,
  type Indicator,
  indicators,
  isCounted,
  periodKindsOf,
  type RatioIndicator,
  type Reading,
} from './indicator.js'
export { figureNumber } from './records/external-figure.js'
export { type FigureUnit, figureUnits, figureUnitWord } from './unit.js'
