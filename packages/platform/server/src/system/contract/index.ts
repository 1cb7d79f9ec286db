import { defineModule } from '@opendpf/kit'
import { division } from './division.js'
import { exportRecord } from './export.js'
import { exportMessages } from './export-messages.js'
import { importRecord } from './import.js'
import { importMessages } from './import-messages.js'
import { job } from './job.js'
import { jobMessages } from './job-messages.js'
import { systemTexts } from './messages.js'

export { type ExportFormat, type ExportState, exportFormats, exportStates } from './export.js'
export {
  type ImportMode,
  type ImportPlan,
  type ImportState,
  importModes,
  importPlanSchema,
  importStates,
  type SheetPlan,
} from './import.js'
export { type JobState, jobStates } from './job.js'

/** What the platform itself keeps as records: the division tree, the long work it does, what was brought in and taken out. */
export const system = defineModule({
  id: 'system',
  records: { division, job, import: importRecord, export: exportRecord },
  permissions: ['job.cancel', 'export.approve', 'audit.read', 'audit.verify'],
  messages: {
    'zh-CN': {
      ...systemTexts['zh-CN'],
      ...jobMessages['zh-CN'],
      ...importMessages['zh-CN'],
      ...exportMessages['zh-CN'],
    },
    en: { ...systemTexts.en, ...jobMessages.en, ...importMessages.en, ...exportMessages.en },
  },
})
