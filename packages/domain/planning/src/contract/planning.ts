import { defineModule } from '@opendpf/kit'
import * as z from 'zod'
import { messages } from './messages/messages.js'
import { amendment } from './records/amendment.js'
import { chapter } from './records/chapter.js'
import { comment } from './records/comment.js'
import { criterion } from './records/criterion.js'
import { item } from './records/item.js'
import { plan } from './records/plan.js'
import { project } from './records/project.js'
import { remedy } from './records/remedy.js'
import { result } from './records/result.js'
import { scheme } from './records/scheme.js'
import { section } from './records/section.js'
import { split } from './records/split.js'
import { planningRoles } from './roles.js'

const event = z.object({ id: z.string() })

/** The engine of plans and assessments. */
export const planning = defineModule({
  id: 'planning',
  records: {
    plan,
    section,
    project,
    item,
    split,
    result,
    amendment,
    comment,
    scheme,
    chapter,
    criterion,
    remedy,
  },
  events: {
    'plan.adopted': event,
    'plan.closed': event,
    /** Its result was found to be real. */
    'item.verified': event,
    'scheme.passed': event,
  },
  roles: planningRoles,
  messages,
})
