import { defineModule } from '@opendpf/kit'
import * as z from 'zod'
import { messages } from './messages/messages.js'
import { batch } from './records/batch.js'
import { exchange } from './records/exchange.js'
import { fileTemplate } from './records/file-template.js'
import { line } from './records/line.js'
import { paymentRoles } from './roles.js'

const event = z.object({ id: z.string() })

/** The engine of payments. */
export const payments = defineModule({
  id: 'payments',
  records: { batch, line, fileTemplate, exchange },
  events: { 'batch.approved': event, 'batch.sent': event, 'batch.reconciled': event },
  roles: paymentRoles,
  messages,
})
