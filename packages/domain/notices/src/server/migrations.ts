import type { ModuleMigrations } from '@opendpf/kit/server'

/** The tables of notices. What is public of each is named here once more, for the database itself. */
export const migrations: ModuleMigrations = {
  '0001_init': async ({ createRecord }) => {
    await createRecord('notices_notice', {
      scope: 'division',
      columns: {
        title: 'text',
        kind: 'text',
        place: 'text?',
        working_days: 'whole',
        from_day: 'date?',
        last_day: 'date?',
        is_provisional: 'flag?',
        objection_phone: 'text?',
        objection_address: 'text?',
        hung_on: 'date?',
        hung_by: 'text?',
        hung_where: 'text?',
        published_by: 'text?',
        published_at: 'instant?',
        withdrawn_by: 'text?',
        withdrawn_at: 'instant?',
        withdraw_reason: 'text?',
        ended_on: 'date?',
        state: 'text',
      },
      orders: ['last_day', 'from_day'],
      filters: ['state', 'kind', 'from_day', 'last_day', 'is_provisional'],
      indexes: ['kind', 'state'],
      publicly: {
        columns: [
          'title',
          'kind',
          'place',
          'working_days',
          'from_day',
          'last_day',
          'objection_phone',
          'objection_address',
          'state',
        ],
        of: { column: 'state', values: ['posted'] },
      },
    })
    await createRecord('notices_line', {
      scope: 'division',
      columns: {
        notice: 'text',
        subject_record: 'text',
        subject: 'text',
        masked_name: 'text',
        village: 'text',
        facts: 'data',
        told: 'text',
        from_day: 'date?',
        last_day: 'date?',
        is_provisional: 'flag?',
        restarts: 'whole',
        withdraw_reason: 'text?',
        state: 'text',
      },
      orders: ['last_day'],
      filters: ['state', 'subject_record', 'subject'],
      indexes: ['notice', 'subject', 'state'],
      publicly: {
        columns: ['notice', 'masked_name', 'village', 'facts', 'from_day', 'last_day', 'state'],
        of: { column: 'state', values: ['posted', 'objected'] },
      },
    })
    await createRecord('notices_objection', {
      scope: 'division',
      columns: {
        notice: 'text',
        line: 'text?',
        text: 'sealed',
        objector_name: 'sealed?',
        objector_contact: 'sealed?',
        channel: 'text?',
        received_on: 'date?',
        receipt_code: 'text',
        decision_note: 'text?',
        decided_by: 'text?',
        decided_on: 'date?',
        state: 'text',
      },
      orders: ['received_on'],
      filters: ['state', 'channel', 'decided_on'],
      indexes: ['notice', 'line', 'state'],
      unique: [['receipt_code']],
      publicly: {
        columns: ['notice', 'receipt_code', 'received_on', 'decided_on', 'state'],
        of: { code: 'receipt_code' },
      },
    })
  },
  '0002_photos': ({ addColumns }) => addColumns('notices_notice', { hanging_photos: 'data?' }),
}
