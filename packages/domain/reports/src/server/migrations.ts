import type { ModuleMigrations } from '@opendpf/kit/server'

/** The table of reports. */
export const migrations: ModuleMigrations = {
  '0001_init': ({ createRecord }) =>
    createRecord('reports_report', {
      scope: 'division',
      columns: {
        title: 'text',
        kind: 'text',
        plan: 'text',
        issuer: 'text?',
        document_number: 'text?',
        issued_on: 'date?',
        narrative: 'text',
        figures_on: 'date',
        figures: 'data',
        state: 'text',
      },
      orders: ['figures_on'],
      filters: ['kind', 'state', 'plan'],
      indexes: ['plan'],
    }),
}
