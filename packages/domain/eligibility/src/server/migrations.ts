import type { ModuleMigrations } from '@opendpf/kit/server'

/** The tables of the engine. */
export const migrations: ModuleMigrations = {
  '0001_init': async ({ createRecord }) => {
    await createRecord('eligibility_parameter', {
      scope: 'global',
      columns: {
        name: 'text',
        region: 'text?',
        since: 'date',
        until: 'date?',
        value: 'data',
        document_title: 'text',
        document_number: 'text?',
        document_date: 'date?',
        grounds: 'text?',
        replaces: 'text?',
        correction_reason: 'text?',
        state: 'text',
      },
      orders: ['since', 'name'],
      filters: ['name', 'state', 'since'],
      indexes: ['name', 'replaces'],
    })
    await createRecord('eligibility_benefit', {
      scope: 'division',
      columns: {
        person: 'text',
        kind: 'text',
        since: 'date',
        until: 'date?',
        amount: 'money?',
        has_statement: 'flag?',
        source: 'text',
        document: 'text?',
        remark: 'text?',
      },
      orders: ['since'],
      filters: ['kind', 'since', 'until', 'source'],
      indexes: ['person'],
    })
  },
}
