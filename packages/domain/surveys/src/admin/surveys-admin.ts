import { contributeAdmin } from '@opendpf/kit/admin'
import { surveys } from '../contract/index.js'
import { agreementWidget, answersWidget, factsWidget, formWidget } from './words/widgets.js'

/** The admin half of the engine of surveys: collecting, beside the lists and pages that are derived. */
export const surveysAdmin = contributeAdmin(surveys, {
  icon: 'form',
  pages: {
    tasks: {
      title: 'page.tasks',
      permission: 'interview.collect',
      component: async () => ({ default: (await import('./tasks/tasks-page.js')).TasksPage }),
    },
    collect: {
      title: 'page.collect',
      permission: 'interview.collect',
      isListed: false,
      component: async () => ({ default: (await import('./collecting/collect-page.js')).CollectPage }),
    },
    village: {
      title: 'page.village',
      permission: 'village.collect',
      isListed: false,
      component: async () => ({ default: (await import('./villages/village-page.js')).VillagePage }),
    },
    askAgain: {
      title: 'page.askAgain',
      permission: 'recheck.ask',
      isListed: false,
      component: async () => ({ default: (await import('./rechecking/ask-again-page.js')).AskAgainPage }),
    },
  },
  desks: {
    differences: {
      title: 'desk.differences',
      record: 'proposal',
      states: ['open'],
      together: ['accept', 'reject'],
    },
    problems: {
      title: 'desk.problems',
      record: 'problem',
      states: ['recorded', 'assigned', 'answered'],
    },
    check: {
      title: 'desk.check',
      record: 'interview',
      states: ['done'],
      steps: ['check', 'sendBack'],
      together: ['check'],
    },
    checkVillages: {
      title: 'desk.checkVillages',
      record: 'village',
      states: ['done'],
      steps: ['check', 'sendBack'],
      together: ['check'],
    },
  },
  panels: {
    campaign: [
      {
        title: 'panel.progress',
        permission: 'interview.read',
        component: async () => ({ default: (await import('./progress/progress-panel.js')).ProgressPanel }),
      },
      {
        title: 'panel.villages',
        permission: 'village.read',
        component: async () => ({ default: (await import('./villages/villages-panel.js')).VillagesPanel }),
      },
      {
        title: 'panel.outliers',
        permission: 'interview.check',
        component: async () => ({ default: (await import('./checking/outliers-panel.js')).OutliersPanel }),
      },
      {
        title: 'panel.sample',
        permission: 'recheck.read',
        component: async () => ({ default: (await import('./rechecking/sample-panel.js')).SamplePanel }),
      },
      {
        title: 'panel.sheet',
        permission: 'interview.collect',
        component: async () => ({ default: (await import('./sheet/sheet-panel.js')).SheetPanel }),
      },
    ],
    village: [
      {
        title: 'panel.village',
        permission: 'village.collect',
        component: async () => ({ default: (await import('./villages/village-panel.js')).VillagePanel }),
      },
    ],
    recheck: [
      {
        title: 'panel.recheck',
        permission: 'recheck.ask',
        component: async () => ({ default: (await import('./rechecking/recheck-panel.js')).RecheckPanel }),
      },
    ],
    interview: [
      {
        title: 'panel.record',
        permission: 'interview.collect',
        component: async () => ({ default: (await import('./collecting/record-panel.js')).RecordPanel }),
      },
    ],
  },
  widgets: {
    'questionnaire.content': formWidget,
    'assignment.form': formWidget,
    'village.form': formWidget,
    'village.answers': answersWidget,
    'interview.facts': factsWidget,
    'interview.answers': answersWidget,
    'recheck.answers': answersWidget,
    'recheck.agreement': agreementWidget,
  },
})
