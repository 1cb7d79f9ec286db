import { figuresId } from '@opendpf/figures'
import { defineModule } from '@opendpf/kit'
import * as z from 'zod'
import { fundIndicators } from './indicators.js'
import { messages } from './messages/messages.js'
import { budgetLine } from './records/budget-line.js'
import { expenditure } from './records/expenditure.js'
import { fund } from './records/fund.js'
import { goods } from './records/goods.js'
import { receipt } from './records/receipt.js'
import { transfer } from './records/transfer.js'
import { fundRoles } from './roles.js'

const event = z.object({ id: z.string() })

/** The engine of funds. */
export const funds = defineModule({
  id: 'funds',
  records: { fund, budgetLine, receipt, expenditure, transfer, goods },
  events: { 'expenditure.paid': event, 'expenditure.released': event },
  roles: fundRoles,
  declares: { [figuresId]: fundIndicators },
  messages,
})
