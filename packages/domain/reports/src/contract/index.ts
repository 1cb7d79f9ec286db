export { type Block, contentOf, type Run } from './content/content.js'
export { itemWords } from './content/item-words.js'
export {
  type FigureWord,
  figureWords,
  type Narrative,
  type NarrativeLine,
  type NarrativeProblem,
  type Piece,
  readNarrative,
} from './narrative/narrative.js'
export { draftNarrative, type TemplatePart, templates } from './narrative/templates.js'
export { type ReportKind, reportKinds } from './records/report.js'
export { type ReportedItem, type ReportFigures, reportFiguresSchema, type Statistic } from './records/report-figures.js'
export { reports } from './reports.js'
export { type PublishedCell, type PublishedStatistic, publishedStatistics } from './statistics/published.js'
export { type PublishedSum, smallestShown, suppress } from './statistics/suppress.js'
