import { contributeAdmin } from '@opendpf/kit/admin'
import { reports } from '../contract/index.js'
import { figuresWidget } from './figures-widget.js'

/** The admin half of the engine of reports: drafting one from a plan, and its files beside the words that are written by hand. */
export const reportsAdmin = contributeAdmin(reports, {
  icon: 'report',
  pages: {
    compose: {
      title: 'page.compose',
      permission: 'report.compose',
      component: async () => ({ default: (await import('./compose-page.js')).ComposePage }),
    },
  },
  panels: {
    report: [
      {
        title: 'preview.title',
        permission: 'report.read',
        component: async () => ({ default: (await import('./report-panel.js')).ReportPanel }),
      },
    ],
  },
  widgets: { 'report.figures': figuresWidget },
})
