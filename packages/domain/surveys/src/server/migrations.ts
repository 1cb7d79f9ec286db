import type { ModuleMigrations } from '@opendpf/kit/server'

/** The tables of surveys. */
export const migrations: ModuleMigrations = {
  '0001_init': async ({ createRecord }) => {
    await createRecord('surveys_questionnaire', {
      scope: 'division',
      columns: {
        title: 'text',
        year: 'whole',
        based_on: 'text?',
        basis: 'text?',
        content: 'data?',
        question_count: 'whole',
        state: 'text',
      },
      orders: ['year'],
      filters: ['state'],
    })
    await createRecord('surveys_campaign', {
      scope: 'division',
      columns: {
        title: 'text',
        year: 'whole',
        questionnaire: 'text',
        from_day: 'date',
        until_day: 'date',
        covers: 'text',
        unit: 'text',
        previous: 'text?',
        instructions: 'text?',
        summary: 'text?',
        call_off_reason: 'text?',
        listed: 'whole',
        state: 'text',
      },
      orders: ['from_day'],
      filters: ['state', 'year'],
      indexes: ['questionnaire', 'previous'],
    })
    await createRecord('surveys_assignment', {
      scope: 'division',
      columns: {
        title: 'text',
        campaign: 'text',
        commissioner: 'text?',
        from_day: 'date',
        due_on: 'date',
        listed: 'whole',
        form: 'data',
        is_closed: 'flag',
      },
      orders: ['due_on'],
      filters: ['is_closed'],
      indexes: ['campaign'],
    })
    await createRecord('surveys_interview', {
      scope: 'division',
      columns: {
        number: 'whole',
        assignment: 'text',
        campaign: 'text',
        person: 'text',
        household: 'text?',
        facts: 'data',
        contact: 'text?',
        visited_on: 'date?',
        contact_note: 'text?',
        answers: 'data',
        unconfirmed: 'data',
        photos: 'data?',
        consent: 'text?',
        consent_signature: 'sealed?',
        position: 'sealed?',
        return_reason: 'text?',
        previous: 'text?',
        state: 'text',
      },
      orders: ['number', 'visited_on'],
      filters: ['state', 'contact', 'campaign'],
      indexes: ['campaign', 'assignment', 'person', 'household', 'previous'],
    })
  },
}
