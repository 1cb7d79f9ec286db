import { defineModule } from '@opendpf/kit'
import * as z from 'zod'
import { messages } from './messages/messages.js'
import { report } from './records/report.js'

/** The engine of reports. */
export const reports = defineModule({
  id: 'reports',
  records: { report },
  permissions: ['report.compose'],
  events: { 'report.settled': z.object({ id: z.string() }) },
  roles: {
    'town-clerk': ['report.compose', 'report.remove', 'report.settle'],
    'county-clerk': ['report.compose', 'report.remove', 'report.settle'],
    'county-approver': ['report.settle'],
  },
  messages,
})
