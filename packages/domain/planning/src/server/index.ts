export { importPlanText } from './file/import-plan.js'
export { planningServer } from './planning-server.js'
