import type { ModuleMigrations } from '@opendpf/kit/server'

/** The tables of the engine. */
export const migrations: ModuleMigrations = {
  '0001_init': async ({ createRecord }) => {
    await createRecord('figures_external_figure', {
      scope: 'division',
      columns: {
        indicator: 'text',
        from_day: 'date',
        to_day: 'date',
        value: 'data',
        source: 'text',
        told_on: 'date',
        remark: 'text?',
      },
      orders: ['to_day'],
      filters: ['indicator', 'from_day'],
      indexes: ['indicator'],
    })
    await createRecord('figures_frozen_figure', {
      scope: 'division',
      columns: {
        indicator: 'text',
        definition_version: 'whole',
        from_day: 'date?',
        to_day: 'date',
        filters: 'data',
        cut_off: 'instant',
        value: 'data?',
        unknown_reason: 'text?',
        members_hash: 'text',
        frozen_by: 'text',
        purpose: 'text',
      },
      orders: ['to_day'],
      filters: ['indicator'],
    })
  },
}
