import { defineModule } from '@opendpf/kit'
import { account, guardian, need } from './care.js'
import { duplicate, merge } from './duplicate.js'
import { household, member } from './household.js'
import { messages } from './messages/messages.js'
import { person } from './person.js'
import { status } from './status.js'

/** The register of persons and households: everything else in the platform hangs on it. */
export const persons = defineModule({
  id: 'persons',
  records: { person, household, member, status, guardian, need, account, duplicate, merge },
  permissions: ['person.merge', 'duplicate.decide', 'household.arrange'],
  roles: {
    'village-commissioner': ['need.create', 'status.create'],
    'town-clerk': ['need.meet', 'need.close', 'duplicate.decide', 'household.arrange'],
    'county-clerk': ['need.meet', 'need.close', 'duplicate.decide', 'household.arrange'],
  },
  messages,
})
