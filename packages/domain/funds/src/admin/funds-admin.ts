import { contributeAdmin } from '@opendpf/kit/admin'
import { funds } from '../contract/index.js'

/**
 * The admin half of the engine: the derived pages of funds, budget lines, receipts, spending, transfers and goods, and what funds had at the
 * end of a day.
 */
export const fundsAdmin = contributeAdmin(funds, {
  icon: 'money',
  pages: {
    balances: {
      title: 'page.balances',
      permission: 'fund.read',
      component: async () => ({ default: (await import('./balances-page.js')).BalancesPage }),
    },
  },
  panels: {
    fund: [
      {
        title: 'panel.balance',
        component: async () => ({ default: (await import('./balance-panel.js')).BalancePanel }),
      },
    ],
  },
})
