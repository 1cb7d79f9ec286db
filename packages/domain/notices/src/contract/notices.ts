import { figuresId } from '@opendpf/figures'
import { defineModule } from '@opendpf/kit'
import { notificationsId } from '@opendpf/notifications'
import * as z from 'zod'
import { noticeDocuments } from './documents.js'
import { noticesId } from './kind.js'
import { line } from './line.js'
import { messages } from './messages/messages.js'
import { notice } from './notice.js'
import { noticeIndicators } from './notice-indicators.js'
import { noticeTemplates } from './notice-templates.js'
import { objection } from './objection.js'
import { noticeRoles } from './roles.js'

const event = z.object({ id: z.string() })

/** The engine of public notices. */
export const notices = defineModule({
  id: noticesId,
  records: { notice, line, objection },
  events: {
    'notice.ended': event,
    'notice.withdrawn': event,
    /** The line's period has begun. */
    'line.posted': event,
    /** Somebody objects to the line: what it is about has to wait. */
    'line.objected': event,
    /** The objection was rejected, and the period starts anew. */
    'line.reposted': event,
    /** An objection was upheld: what the line is about has to be looked at again. */
    'line.stopped': event,
    /** All of its working days have passed without an open objection. */
    'line.cleared': event,
    'line.withdrawn': event,
    'objection.upheld': event,
    'objection.rejected': event,
  },
  roles: noticeRoles,
  documents: noticeDocuments,
  declares: { [figuresId]: noticeIndicators, [notificationsId]: noticeTemplates },
  messages,
})
