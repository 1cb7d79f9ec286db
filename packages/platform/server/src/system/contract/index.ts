import { defineModule } from '@opendpf/kit'
import * as z from 'zod'
import { deadline } from './deadline.js'
import { deadlineMessages } from './deadline-messages.js'
import { division } from './division.js'
import { documentRecord } from './document.js'
import { documentMessages } from './document-messages.js'
import { exportRecord } from './export.js'
import { exportMessages } from './export-messages.js'
import { importRecord } from './import.js'
import { importMessages } from './import-messages.js'
import { job } from './job.js'
import { jobMessages } from './job-messages.js'
import { limit } from './limit.js'
import { systemTexts } from './messages.js'
import { webhook } from './webhook.js'
import { webhookMessages } from './webhook-messages.js'

export { type DeadlineState, deadlineStates } from './deadline.js'
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

const deadlineEvent = z.object({ id: z.string(), record: z.string(), rowId: z.string(), clock: z.string() })

/** What the platform itself keeps as records: the division tree, the long work it does, what was brought in and taken out. */
export const system = defineModule({
  id: 'system',
  records: {
    division,
    job,
    import: importRecord,
    export: exportRecord,
    webhook,
    deadline,
    limit,
    document: documentRecord,
  },
  events: {
    /** A period ends soon, or has ended and was not kept. */
    'deadline.approaching': deadlineEvent,
    'deadline.missed': deadlineEvent,
  },
  permissions: ['job.cancel', 'export.approve', 'audit.read', 'audit.verify'],
  messages: {
    'zh-CN': {
      ...systemTexts['zh-CN'],
      ...jobMessages['zh-CN'],
      ...importMessages['zh-CN'],
      ...exportMessages['zh-CN'],
      ...webhookMessages['zh-CN'],
      ...deadlineMessages['zh-CN'],
      ...documentMessages['zh-CN'],
    },
    en: {
      ...systemTexts.en,
      ...jobMessages.en,
      ...importMessages.en,
      ...exportMessages.en,
      ...webhookMessages.en,
      ...deadlineMessages.en,
      ...documentMessages.en,
    },
  },
})
