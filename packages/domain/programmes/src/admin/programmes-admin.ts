import { contributeAdmin } from '@opendpf/kit/admin'
import { programmes } from '../contract/index.js'
import { evidenceWidget, explanationWidget, linesWidget, pausesWidget, surveyWidget } from './widgets/widgets.js'

/** The admin half of the engine: desks for each stage, the workbench of cycles, and what somebody receives. */
export const programmesAdmin = contributeAdmin(programmes, {
  icon: 'steps',
  widgets: {
    'application.evidence': evidenceWidget,
    'application.survey': surveyWidget,
    'application.explanation': explanationWidget,
    'enrolment.pauses': pausesWidget,
    'member.lines': linesWidget,
  },
  desks: {
    counter: { title: 'desk.counter', record: 'application', states: ['draft', 'received', 'correcting'] },
    receipts: { title: 'desk.receipts', record: 'receipt', states: ['draft', 'complete', 'pushed'] },
    survey: {
      title: 'desk.survey',
      record: 'application',
      states: ['surveying', 'village'],
      steps: ['noteSurvey', 'postponeSurvey', 'noteOpinion'],
    },
    town: {
      title: 'desk.town',
      record: 'application',
      states: ['town'],
      steps: ['passTown', 'refuseAtTown'],
      together: ['passTown'],
    },
    review: {
      title: 'desk.review',
      record: 'application',
      states: ['review'],
      steps: ['passReview', 'refuseAtReview'],
      together: ['passReview'],
    },
    department: {
      title: 'desk.department',
      record: 'application',
      states: ['department'],
      steps: ['noteApproval', 'noteRefusal'],
      together: ['noteApproval'],
    },
    decision: {
      title: 'desk.decision',
      record: 'application',
      states: ['decision', 'appeal'],
      steps: ['approve', 'reject', 'upholdAppeal', 'dismissAppeal'],
      together: ['approve'],
    },
    telling: {
      title: 'desk.telling',
      record: 'application',
      states: ['approved', 'rejected', 'appealable'],
      steps: ['tell', 'tellRefusal', 'appeal'],
      together: ['tell'],
    },
    differences: {
      title: 'desk.differences',
      record: 'difference',
      states: ['open'],
      steps: ['keep', 'stop', 'suspend'],
      together: ['keep'],
    },
  },
  pages: {
    cycles: {
      title: 'page.cycles',
      permission: 'cycle.read',
      component: async () => ({ default: (await import('./pages/cycles-page.js')).CyclesPage }),
    },
    gaps: {
      title: 'page.gaps',
      permission: 'gap.list',
      component: async () => ({ default: (await import('./pages/gaps-page.js')).GapsPage }),
    },
  },
  panels: {
    'persons.person': [
      {
        title: 'panel.receives',
        permission: 'enrolment.read',
        component: async () => ({ default: (await import('./pages/receives-panel.js')).ReceivesPanel }),
      },
    ],
    application: [
      {
        title: 'panel.rules',
        permission: 'eligibility:scheme.explain',
        component: async () => ({ default: (await import('./pages/rules-panel.js')).RulesPanel }),
      },
    ],
    cycle: [
      {
        title: 'panel.summary',
        permission: 'cycle.read',
        component: async () => ({ default: (await import('./pages/cycle-summary.js')).CycleSummaryPanel }),
      },
    ],
  },
})
