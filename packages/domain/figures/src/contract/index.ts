export type {
  FigureAsked,
  FigureGroup,
  FigureRead,
  FigureValue,
  TrendPoint,
  TrendValue,
  UnknownReason,
} from './answers.js'
export { unknownReasons } from './answers.js'
export { type Bar, type BarGroup, type BarLayout, layoutBars } from './bar-layout.js'
export { type Breakdown, type BreakdownRow, breakdownOf } from './breakdown.js'
export { type Catalogue, catalogueOf, permissionsOf } from './catalogue.js'
export { ageBands, personDimensions } from './common-dimensions.js'
export { type DimensionValue, type DimensionWords, dimensionsOf, dimensionWords, placesOf } from './dimensions.js'
export { figureAmount, figureText } from './figure-text.js'
export { figures } from './figures-module.js'
export { filterWords } from './filter-words.js'
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
