import type { ModuleMigrations } from '@opendpf/kit/server'

/** The tables of the register of organisations. */
export const migrations: ModuleMigrations = {
  '0001_init': async ({ createRecord }) => {
    await createRecord('organisations_organisation', {
      scope: 'division',
      columns: {
        name: 'text',
        type: 'text',
        specialty: 'text?',
        credit_code: 'exact?',
        parent: 'text?',
        address: 'text?',
        contact_name: 'text?',
        contact_phone: 'exact?',
        founded_on: 'date?',
        closed_on: 'date?',
        is_active: 'flag?',
        document: 'text?',
        remark: 'text?',
      },
      orders: ['name', 'founded_on'],
      indexes: ['parent', 'type'],
      isSearched: true,
    })
    await createRecord('organisations_post', {
      scope: 'division',
      columns: {
        organisation: 'text',
        name: 'text',
        kind: 'text',
        seats: 'whole?',
        is_part_time: 'flag?',
        since: 'date?',
        until: 'date?',
        remark: 'text?',
      },
      orders: ['name'],
      indexes: ['organisation', 'kind'],
      isSearched: true,
    })
    await createRecord('organisations_holder', {
      scope: 'division',
      columns: {
        post: 'text',
        name: 'text',
        person: 'text?',
        phone: 'exact?',
        is_disabled: 'flag?',
        since: 'date',
        until: 'date?',
        allowance: 'money?',
        document: 'text?',
        leave_reason: 'text?',
        remark: 'text?',
      },
      orders: ['name', 'since'],
      indexes: ['post', 'person'],
      isSearched: true,
    })
    await createRecord('organisations_appraisal', {
      scope: 'division',
      columns: { holder: 'text', year: 'whole', result: 'text', assessed_on: 'date?', remark: 'text?' },
      orders: ['year'],
      indexes: ['holder'],
    })
    await createRecord('organisations_staffing_rule', {
      scope: 'division',
      columns: {
        kind: 'text',
        level: 'text',
        holders_from: 'whole',
        holders_to: 'whole?',
        seats: 'whole',
        allowance: 'money?',
        since: 'date',
        until: 'date?',
        document: 'text',
      },
      orders: ['since'],
    })
  },
}
