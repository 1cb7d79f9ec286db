import { figuresId } from '@opendpf/figures'
import { implementModule } from '@opendpf/kit/server'
import { surveys } from '../contract/index.js'
import { guards } from './guards.js'
import { assignmentHooks } from './hooks/assignment-hooks.js'
import { campaignHooks } from './hooks/campaign-hooks.js'
import { interviewHooks } from './hooks/interview-hooks.js'
import { planHooks, serviceHooks } from './hooks/plan-hooks.js'
import { problemHooks } from './hooks/problem-hooks.js'
import { proposalHooks } from './hooks/proposal-hooks.js'
import { questionnaireHooks } from './hooks/questionnaire-hooks.js'
import { recheckHooks } from './hooks/recheck-hooks.js'
import { villageHooks } from './hooks/village-hooks.js'
import { listPeople } from './listing/list-people.js'
import { surveyMeasures } from './measures.js'
import { migrations } from './migrations.js'
import { surveyRoutes } from './routes.js'

/** The server half of the engine of surveys. */
export const surveysServer = implementModule(surveys, {
  migrations,
  hooks: {
    questionnaire: questionnaireHooks,
    campaign: campaignHooks,
    assignment: assignmentHooks,
    interview: interviewHooks,
    village: villageHooks,
    recheck: recheckHooks,
    proposal: proposalHooks,
    plan: planHooks,
    service: serviceHooks,
    problem: problemHooks,
  },
  guards,
  on: { 'surveys.campaign.listing': listPeople },
  provides: { [figuresId]: surveyMeasures },
  routes: surveyRoutes,
})
