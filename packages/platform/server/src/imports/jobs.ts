import { planImportJob } from './plan-import.js'
import { runImportJob } from './run-import.js'
import { undoImportJob } from './undo-import.js'

/** The jobs of imports, as the module `system` brings them. */
export const importJobs = { planImport: planImportJob, runImport: runImportJob, undoImport: undoImportJob }
