import { figuresId } from '@opendpf/figures'
import { defineModule } from '@opendpf/kit'
import * as z from 'zod'
import { application } from './application/application.js'
import { programmeIndicators } from './indicators.js'
import { messages } from './messages/messages.js'
import { programmesId } from './programme.js'
import { cycle } from './records/cycle.js'
import { difference } from './records/difference.js'
import { enrolment } from './records/enrolment.js'
import { entitlement } from './records/entitlement.js'
import { member } from './records/member.js'
import { offer } from './records/offer.js'
import { receipt } from './records/receipt.js'
import { takeover } from './records/takeover.js'
import { programmeRoles } from './roles.js'

const event = z.object({ id: z.string() })

/** The engine of programmes: everything that a county grants. */
export const programmes = defineModule({
  id: programmesId,
  records: { offer, application, enrolment, cycle, member, difference, entitlement, receipt, takeover },
  events: {
    /** An application was granted, by the county or by the department that decides. */
    'application.approved': event,
    /** What was received for another county goes there. */
    'receipt.pushed': event,
    /** The county of the household register has decided about what another one received. */
    'receipt.answered': z.object({ id: z.string(), isApproved: z.boolean(), note: z.string() }),
    /** Somebody receives by a decision of the county. Who is taken over from another system began before. */
    'enrolment.began': event,
    /** Somebody no longer receives. */
    'enrolment.stopped': event,
    /** He was granted months that he should not have been granted: the first of them, how many, how much, in fen, and why it ended. */
    'enrolment.overpaid': z.object({
      id: z.string(),
      person: z.string(),
      programme: z.string(),
      fromMonth: z.string(),
      reason: z.string(),
      months: z.number(),
      amount: z.number(),
    }),
    /** What a cycle grants is certain now. */
    'cycle.frozen': event,
    'cycle.closed': event,
  },
  permissions: ['gap.list'],
  roles: programmeRoles,
  declares: { [figuresId]: programmeIndicators },
  messages,
})
