import { contributeAdmin } from '@opendpf/kit/admin'
import { payments } from '../contract/index.js'
import { paidColumnsWidget, resultColumnsWidget } from './columns/columns-widgets.js'

/** The admin half of the engine of payments. */
export const paymentsAdmin = contributeAdmin(payments, {
  icon: 'bank',
  pages: {
    findings: {
      title: 'page.findings',
      permission: 'batch.refresh',
      component: async () => ({ default: (await import('./findings/findings-page.js')).FindingsPage }),
    },
    reconciliation: {
      title: 'page.reconciliation',
      permission: 'batch.takeResult',
      component: async () => ({
        default: (await import('./reconciliation/reconciliation-page.js')).ReconciliationPage,
      }),
    },
  },
  desks: {
    approval: {
      title: 'desk.approval',
      record: 'batch',
      states: ['checked', 'reviewed'],
      steps: ['review', 'approve', 'sendBack'],
    },
    cashier: {
      title: 'desk.cashier',
      record: 'batch',
      states: ['filed', 'sent'],
      steps: ['send', 'takeResult', 'reconcile'],
    },
    exceptions: {
      title: 'desk.exceptions',
      record: 'accountException',
      states: ['asked', 'confirmed'],
      steps: ['confirm', 'approve', 'refuse'],
    },
  },
  panels: {
    batch: [
      {
        title: 'page.reconciliation',
        permission: 'exchange.read',
        component: async () => ({
          default: (await import('./reconciliation/reconciliation-panel.js')).ReconciliationPanel,
        }),
      },
    ],
    'persons.person': [
      {
        title: 'panel.received',
        permission: 'line.read',
        component: async () => ({ default: (await import('./received-panel.js')).ReceivedPanel }),
      },
    ],
  },
  widgets: { 'fileTemplate.paidColumns': paidColumnsWidget, 'fileTemplate.resultColumns': resultColumnsWidget },
})
