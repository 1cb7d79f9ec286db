import { eligibilityId } from '@opendpf/eligibility'
import { figuresId } from '@opendpf/figures'
import { defineModule } from '@opendpf/kit'
import * as z from 'zod'
import { difference, differenceSorts } from './difference.js'
import { entry } from './entry.js'
import { matchingIndicators } from './indicators.js'
import { matchingId } from './kind.js'
import { list } from './list.js'
import { listFact } from './list-fact.js'
import { messages } from './messages/messages.js'
import { ownKinds } from './own-kinds.js'

/** The engine of data matching. */
export const matching = defineModule({
  id: matchingId,
  records: { list, entry, difference },
  events: {
    /** Somebody has found a difference to be so: programmes look at what they grant to the person. */
    'difference.confirmed': z.object({
      id: z.string(),
      person: z.string(),
      /** `<module>.<name>` of the kind of list. */
      kind: z.string(),
      sort: z.enum(differenceSorts),
      list: z.string(),
    }),
  },
  roles: {
    'county-clerk': [
      'list.receive',
      'list.compare',
      'list.close',
      'list.cancel',
      'entry.accept',
      'entry.dismiss',
      'difference.confirm',
      'difference.reject',
    ],
  },
  declares: { [matchingId]: ownKinds, [figuresId]: matchingIndicators, [eligibilityId]: listFact },
  messages,
})
