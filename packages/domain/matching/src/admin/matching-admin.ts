import { contributeAdmin } from '@opendpf/kit/admin'
import { matching } from '../contract/index.js'

/** The admin half of data matching: desks where rows are looked at and differences decided, and what came of a list on its page. */
export const matchingAdmin = contributeAdmin(matching, {
  icon: 'compare',
  desks: {
    toLookAt: { title: 'desk.toLookAt', record: 'entry', states: ['doubtful'], together: ['accept', 'dismiss'] },
    toDecide: { title: 'desk.toDecide', record: 'difference', states: ['open'], together: ['confirm', 'reject'] },
  },
  panels: {
    list: [
      {
        title: 'panel.result',
        component: async () => ({ default: (await import('./result-panel.js')).ResultPanel }),
      },
    ],
  },
})
