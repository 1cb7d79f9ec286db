import { contributeAdmin } from '@opendpf/kit/admin'
import { organisations } from '../contract/index.js'

/** The admin half of the register of organisations: the network by division, and who is missing where. */
export const organisationsAdmin = contributeAdmin(organisations, {
  icon: 'building',
  pages: {
    network: {
      title: 'organisation.page.tree',
      permission: 'organisation.read',
      component: async () => ({ default: (await import('./network-page.js')).NetworkPage }),
    },
    staffing: {
      title: 'organisation.page.staffing',
      permission: 'staffingRule.read',
      component: async () => ({ default: (await import('./staffing-page.js')).StaffingPage }),
    },
  },
  panels: {
    organisation: [
      { title: 'network.below', component: async () => ({ default: (await import('./below-panel.js')).BelowPanel }) },
    ],
  },
})
