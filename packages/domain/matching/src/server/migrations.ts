import type { ModuleMigrations } from '@opendpf/kit/server'

/** The tables of data matching. */
export const migrations: ModuleMigrations = {
  '0001_init': async ({ createRecord }) => {
    await createRecord('matching_list', {
      scope: 'division',
      columns: {
        title: 'text',
        kind: 'text',
        source: 'text',
        document: 'text',
        as_of: 'date',
        received_on: 'date',
        is_whole: 'flag',
        files: 'sealed?',
        rows: 'whole',
        matched: 'whole',
        doubtful: 'whole',
        unknown: 'whole',
        differing: 'whole',
        confirmed: 'whole',
        rejected: 'whole',
        compared_on: 'date?',
        note: 'text?',
        state: 'text',
      },
      orders: ['as_of'],
      filters: ['kind', 'state', 'as_of'],
      indexes: ['state'],
    })
    await createRecord('matching_entry', {
      scope: 'division',
      columns: {
        name: 'text',
        id_number: 'exact',
        since: 'date?',
        remark: 'text?',
        list: 'text?',
        person: 'text?',
        state: 'text',
      },
      orders: ['name'],
      filters: ['list', 'state'],
      indexes: ['list', 'person'],
    })
    await createRecord('matching_difference', {
      scope: 'division',
      columns: {
        person: 'text',
        holder_name: 'text',
        list: 'text',
        kind: 'text',
        sort: 'text',
        entry: 'text?',
        status: 'text?',
        day: 'date',
        reason: 'text?',
        decided_by: 'text?',
        decided_on: 'date?',
        state: 'text',
      },
      orders: ['day', 'holder_name'],
      filters: ['list', 'kind', 'sort', 'state', 'decided_on'],
      indexes: ['person', 'entry', 'status', 'list'],
      isSearched: true,
    })
  },
}
