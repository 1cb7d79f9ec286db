import { defineModule } from '@opendpf/kit'
import * as z from 'zod'
import { application } from './application/application.js'
import { messages } from './messages/messages.js'
import { programmesId } from './programme.js'
import { offer } from './records/offer.js'
import { programmeRoles } from './roles.js'

const event = z.object({ id: z.string() })

/** The engine of programmes: everything that a county grants. */
export const programmes = defineModule({
  id: programmesId,
  records: { offer, application },
  events: {
    /** An application was granted, by the county or by the department that decides. */
    'application.approved': event,
  },
  roles: programmeRoles,
  messages,
})
