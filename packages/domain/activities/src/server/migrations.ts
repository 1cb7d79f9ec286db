import type { ModuleMigrations } from '@opendpf/kit/server'

const who = { person: 'text?', outsider_name: 'text?', outsider_phone: 'exact?', part: 'text' } as const

/** The tables of activities. */
export const migrations: ModuleMigrations = {
  '0001_init': async ({ createRecord }) => {
    await createRecord('activities_activity', {
      scope: 'division',
      columns: {
        title: 'text',
        kind: 'text',
        organiser: 'text?',
        topic: 'text?',
        occasion: 'text?',
        place: 'text?',
        from_day: 'date',
        until_day: 'date',
        capacity: 'whole?',
        responsible: 'text?',
        plan_item: 'text?',
        materials: 'data?',
        summary: 'text?',
        call_off_reason: 'text?',
        sessions: 'whole',
        persons: 'whole',
        person_times: 'whole',
        cost: 'money',
        state: 'text',
      },
      orders: ['from_day'],
      filters: ['state', 'kind', 'occasion'],
      indexes: ['organiser', 'plan_item'],
    })
    await createRecord('activities_session', {
      scope: 'division',
      columns: {
        activity: 'text',
        held_on: 'date',
        starts_at: 'text?',
        ends_at: 'text?',
        topic: 'text?',
        place: 'text?',
        person_times: 'whole',
      },
      orders: ['held_on'],
      indexes: ['activity'],
    })
    await createRecord('activities_registration', {
      scope: 'division',
      columns: {
        activity: 'text',
        ...who,
        position: 'whole',
        remark: 'text?',
        withdraw_reason: 'text?',
        state: 'text',
      },
      orders: ['position'],
      filters: ['state', 'part'],
      indexes: ['activity', 'person'],
    })
    await createRecord('activities_attendance', {
      scope: 'division',
      columns: {
        session: 'text',
        ...who,
        head_count: 'whole?',
        head_count_reason: 'text?',
        manner: 'text',
        signed_in_at: 'instant?',
        remark: 'text?',
      },
      orders: ['signed_in_at'],
      filters: ['part', 'manner'],
      indexes: ['session', 'person'],
    })
    await createRecord('activities_cost', {
      scope: 'division',
      columns: {
        activity: 'text',
        item: 'text',
        what: 'text',
        amount: 'money',
        spent_on: 'date?',
        budget_line: 'text?',
        vouchers: 'data?',
      },
      orders: ['spent_on'],
      filters: ['item'],
      indexes: ['activity', 'budget_line'],
    })
    await createRecord('activities_picture', {
      scope: 'division',
      columns: {
        activity: 'text',
        files: 'data?',
        link: 'text?',
        taken_on: 'date',
        consent: 'text',
        consent_note: 'text?',
      },
      orders: ['taken_on'],
      filters: ['consent'],
      indexes: ['activity'],
    })
    await createRecord('activities_evaluation', {
      scope: 'division',
      columns: { activity: 'text', question: 'text', told: 'text', score: 'whole', comment: 'text?' },
      orders: ['score'],
      indexes: ['activity'],
    })
  },
}
