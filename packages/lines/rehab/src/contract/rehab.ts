import { figuresId } from '@opendpf/figures'
import { defineModule } from '@opendpf/kit'
import { rehabActivityKinds } from './activity-kinds.js'
import { assessment } from './client/assessment.js'
import { file } from './client/file.js'
import { followUp } from './client/follow-up.js'
import { plan, planItem } from './client/plan.js'
import { service } from './client/service.js'
import { standard } from './client/standard.js'
import { clientIndicators } from './figures/client-indicators.js'
import { needIndicators } from './figures/need-indicators.js'
import { messages } from './messages/messages.js'
import { rehabRoles } from './roles.js'

/** The line of rehabilitation (康复). */
export const rehab = defineModule({
  id: 'rehab',
  records: { file, assessment, plan, planItem, service, followUp, standard },
  roles: rehabRoles,
  declares: { activities: rehabActivityKinds, [figuresId]: { ...needIndicators, ...clientIndicators } },
  messages,
})
