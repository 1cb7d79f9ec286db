export { type ReportFormat, reportFile, reportFormats } from './report-file.js'
export { reportsServer } from './reports-server.js'
export { takeFigures } from './take-figures.js'
export type { ReportContent } from './whole-report.js'
