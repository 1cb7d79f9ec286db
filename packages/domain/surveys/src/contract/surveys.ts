import { figuresId } from '@opendpf/figures'
import { defineModule } from '@opendpf/kit'
import { texts } from '@opendpf/messages'
import * as z from 'zod'
import { basicNeedsForm } from './basic-needs/basic-needs.js'
import { surveyIndicators } from './indicators.js'
import { messages } from './messages/messages.js'
import { questionnaires, surveysId } from './questionnaire-def.js'
import { assignment } from './records/assignment.js'
import { campaign } from './records/campaign.js'
import { interview } from './records/interview.js'
import { plan, service } from './records/plan.js'
import { problem } from './records/problem.js'
import { proposal } from './records/proposal.js'
import { questionnaire } from './records/questionnaire.js'
import { recheck } from './records/recheck.js'
import { village } from './records/village.js'
import { surveyRoles } from './roles.js'
import { villageFacilitiesForm } from './village-facilities/village-facilities.js'

const event = z.object({ id: z.string() })

/** The engine of surveys. */
export const surveys = defineModule({
  id: surveysId,
  records: { questionnaire, campaign, assignment, interview, village, recheck, proposal, plan, service, problem },
  permissions: ['interview.collect', 'village.collect', 'recheck.draw', 'recheck.ask'],
  events: {
    /** The next part of the list of a campaign is to be drawn. */
    'campaign.listing': event,
    'campaign.opened': event,
    'interview.done': event,
    'interview.checked': event,
    'plan.agreed': event,
    'problem.solved': event,
  },
  roles: surveyRoles,
  declares: {
    [figuresId]: surveyIndicators,
    [surveysId]: questionnaires({
      basicNeeds: {
        title: texts('残疾人基本服务状况和需求调查表', 'Survey of basic services and needs'),
        basis: '国统制〔2016〕57号 动态1表',
        form: basicNeedsForm,
      },
      villageFacilities: {
        title: texts('村（社区）残疾人服务设施和工作情况调查表', 'Survey of the facilities of villages'),
        basis: '国统制〔2016〕57号',
        form: villageFacilitiesForm,
      },
    }),
  },
  messages,
})
