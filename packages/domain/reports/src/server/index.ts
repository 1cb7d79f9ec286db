export { type ReportContent, type ReportFormat, reportFile, reportFormats } from './report-file.js'
export { reportsServer } from './reports-server.js'
export { takeFigures } from './take-figures.js'
