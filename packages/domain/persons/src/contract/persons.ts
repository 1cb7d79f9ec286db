import { eligibilityId } from '@opendpf/eligibility'
import { figuresId } from '@opendpf/figures'
import { defineModule } from '@opendpf/kit'
import * as z from 'zod'
import { account, guardian, need } from './care.js'
import { duplicate, merge } from './duplicate.js'
import { personFacts } from './facts/person-facts.js'
import { personIndicators } from './figures/person-indicators.js'
import { household, member } from './household.js'
import { messages } from './messages/messages.js'
import { person } from './person.js'
import { status } from './status.js'

/** The register of persons and households: everything else in the platform hangs on it. */
export const persons = defineModule({
  id: 'persons',
  records: { person, household, member, status, guardian, need, account, duplicate, merge },
  events: {
    /** Two entries became one; rows that referred to `dropped` refer to `id` now. */
    'person.merged': z.object({ id: z.string(), dropped: z.string(), merge: z.string() }),
    /** A death is known with its day: registered, corrected or found by a comparison with other data. */
    'person.deceased': z.object({ id: z.string() }),
    'person.unmerged': z.object({ id: z.string(), restored: z.string(), merge: z.string() }),
  },
  permissions: ['person.merge', 'duplicate.decide', 'household.arrange'],
  roles: {
    'village-commissioner': ['need.create', 'status.create'],
    'town-clerk': ['need.meet', 'need.close', 'duplicate.decide', 'household.arrange'],
    'county-clerk': ['need.meet', 'need.close', 'duplicate.decide', 'household.arrange'],
  },
  declares: { [eligibilityId]: personFacts, [figuresId]: personIndicators },
  messages,
})
