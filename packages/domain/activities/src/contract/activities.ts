import { figuresId } from '@opendpf/figures'
import { defineModule } from '@opendpf/kit'
import * as z from 'zod'
import { commonKinds } from './common-kinds.js'
import { activityDocuments } from './documents.js'
import { activityIndicators } from './indicators.js'
import { activitiesId } from './kind.js'
import { messages } from './messages/messages.js'
import { activity } from './records/activity.js'
import { attendance } from './records/attendance.js'
import { cost } from './records/cost.js'
import { evaluation } from './records/evaluation.js'
import { picture } from './records/picture.js'
import { registration } from './records/registration.js'
import { session } from './records/session.js'
import { activityRoles } from './roles.js'

const event = z.object({ id: z.string() })

/** The engine of activities. */
export const activities = defineModule({
  id: activitiesId,
  records: { activity, session, registration, attendance, cost, picture, evaluation },
  permissions: ['activity.signIn'],
  events: {
    'activity.done': event,
    'activity.calledOff': event,
    /** Somebody has a place, at once or from the waiting list. */
    'registration.admitted': event,
  },
  roles: activityRoles,
  documents: activityDocuments,
  declares: { [activitiesId]: commonKinds, [figuresId]: activityIndicators },
  messages,
})
