import { defineModule } from '@opendpf/kit'
import * as z from 'zod'
import { benefit } from './benefit.js'
import { eligibilityId } from './declare.js'
import { messages } from './messages/messages.js'
import { ownDeclarations } from './own-declarations.js'
import { parameter } from './parameter.js'

const event = z.object({ id: z.string() })

/** The engine of eligibility: dated parameters, facts, and rules with two readers. */
export const eligibilityModule = defineModule({
  id: eligibilityId,
  records: { parameter, benefit },
  events: {
    /** A new value holds from its day on. */
    'parameter.enacted': event,
    /** A value was wrong and is replaced. */
    'parameter.corrected': event,
  },
  permissions: ['scheme.explain', 'scheme.list', 'scheme.simulate'],
  roles: {
    'village-commissioner': ['scheme.explain'],
    'county-approver': ['scheme.explain'],
    'town-clerk': ['scheme.explain', 'scheme.list'],
    'county-clerk': [
      'scheme.explain',
      'scheme.list',
      'scheme.simulate',
      'parameter.enact',
      'parameter.drop',
      'parameter.correct',
    ],
  },
  declares: { [eligibilityId]: ownDeclarations },
  messages,
})
