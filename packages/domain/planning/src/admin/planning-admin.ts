import { contributeAdmin } from '@opendpf/kit/admin'
import { planning } from '../contract/index.js'
import { filtersWidget } from './widgets/filters-widget.js'
import { scoringWidget } from './widgets/scoring-widget.js'
import { targetWidget } from './widgets/target-widget.js'
import { yearlyWidget } from './widgets/yearly-widget.js'

/** The admin half of the engine of plans: the whole plan, the board for leaders, files, assessments, beside the lists that are derived. */
export const planningAdmin = contributeAdmin(planning, {
  icon: 'flag',
  hidden: ['result'],
  home: {
    progress: {
      permission: 'plan.read',
      component: async () => ({ default: (await import('./board/progress-section.js')).ProgressSection }),
    },
  },
  pages: {
    board: {
      title: 'page.board',
      permission: 'plan.read',
      component: async () => ({ default: (await import('./board/board-page.js')).BoardPage }),
    },
    plan: {
      title: 'page.plan',
      permission: 'plan.read',
      component: async () => ({ default: (await import('./plan/plan-page.js')).PlanPage }),
    },
    sheet: {
      title: 'page.sheet',
      permission: 'plan.read',
      isListed: false,
      component: async () => ({ default: (await import('./plan/sheet-page.js')).SheetPage }),
    },
    counted: {
      title: 'page.counted',
      permission: 'plan.read',
      isListed: false,
      component: async () => ({ default: (await import('./plan/counted-page.js')).CountedPage }),
    },
    bring: {
      title: 'page.bring',
      permission: 'plan.create',
      component: async () => ({ default: (await import('./files/bring-page.js')).BringPage }),
    },
    assessment: {
      title: 'page.assessment',
      permission: 'scheme.read',
      component: async () => ({ default: (await import('./schemes/assessment-page.js')).AssessmentPage }),
    },
  },
  panels: {
    plan: [
      {
        title: 'page.plan',
        permission: 'plan.read',
        component: async () => ({ default: (await import('./plan/plan-panel.js')).PlanPanel }),
      },
    ],
    split: [
      {
        title: 'reports.title',
        permission: 'result.read',
        component: async () => ({ default: (await import('./plan/reports-panel.js')).SplitReports }),
      },
    ],
    item: [
      {
        title: 'reports.title',
        permission: 'result.read',
        component: async () => ({ default: (await import('./plan/reports-panel.js')).ItemReports }),
      },
    ],
  },
  widgets: {
    'item.target': targetWidget,
    'item.yearly': yearlyWidget,
    'item.filters': filtersWidget,
    'split.target': targetWidget,
    'amendment.target': targetWidget,
    'amendment.formerTarget': targetWidget,
    'criterion.target': targetWidget,
    'criterion.scoring': scoringWidget,
    'criterion.filters': filtersWidget,
  },
})
