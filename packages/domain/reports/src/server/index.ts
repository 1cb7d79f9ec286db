export { reportsServer } from './reports-server.js'
export { takeFigures } from './take-figures.js'
