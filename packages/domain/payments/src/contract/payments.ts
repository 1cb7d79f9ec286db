import { figuresId } from '@opendpf/figures'
import { defineModule } from '@opendpf/kit'
import * as z from 'zod'
import { paymentDocuments } from './documents.js'
import { paymentIndicators } from './indicators.js'
import { messages } from './messages/messages.js'
import { accountException } from './records/account-exception.js'
import { batch } from './records/batch.js'
import { exchange } from './records/exchange.js'
import { fileTemplate } from './records/file-template.js'
import { line } from './records/line.js'
import { overpayment } from './records/overpayment.js'
import { recovery } from './records/recovery.js'
import { paymentRoles } from './roles.js'

const event = z.object({ id: z.string() })

/** The engine of payments. */
export const payments = defineModule({
  id: 'payments',
  records: { batch, line, fileTemplate, exchange, accountException, overpayment, recovery },
  permissions: ['batch.reissue'],
  events: { 'batch.approved': event, 'batch.sent': event, 'batch.reconciled': event, 'overpayment.settled': event },
  roles: paymentRoles,
  documents: paymentDocuments,
  declares: { [figuresId]: paymentIndicators },
  messages,
})
