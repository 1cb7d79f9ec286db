import type { ModuleMigrations } from '@opendpf/kit/server'
import { sql } from 'kysely'

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
  '0002_after_the_survey': async ({ createRecord, addColumns }) => {
    await addColumns('surveys_campaign', { sample_percent: 'whole?', sample_seed: 'text?' })
    await addColumns('surveys_interview', { collected_by: 'text?' })
    await createRecord('surveys_recheck', {
      scope: 'division',
      columns: {
        interview: 'text',
        campaign: 'text',
        person: 'text',
        answers: 'data',
        rechecked_on: 'date?',
        compared: 'whole',
        agreed: 'whole',
        agreement: 'data',
        rechecked_by: 'text?',
        state: 'text',
      },
      orders: ['rechecked_on'],
      filters: ['state', 'campaign'],
      indexes: ['interview', 'campaign', 'person'],
    })
    await createRecord('surveys_proposal', {
      scope: 'division',
      columns: {
        interview: 'text',
        campaign: 'text',
        person: 'text',
        question: 'text',
        change: 'text',
        status_kind: 'text?',
        need_kind: 'text?',
        is_urgent: 'flag?',
        phone: 'sealed?',
        found_on: 'date',
        decided_on: 'date?',
        reject_reason: 'text?',
        state: 'text',
      },
      orders: ['found_on'],
      filters: ['state', 'change', 'campaign', 'status_kind', 'need_kind'],
      indexes: ['interview', 'campaign', 'person'],
    })
    await createRecord('surveys_plan', {
      scope: 'division',
      columns: {
        person: 'text',
        interview: 'text?',
        made_on: 'date',
        goal: 'text',
        responsible: 'text',
        review_on: 'date?',
        review: 'text?',
        services: 'whole',
        services_done: 'whole',
        state: 'text',
      },
      orders: ['made_on'],
      filters: ['state'],
      indexes: ['person', 'interview'],
    })
    await createRecord('surveys_service', {
      scope: 'division',
      columns: {
        plan: 'text',
        need: 'text?',
        goal: 'text',
        what: 'text?',
        provider: 'text?',
        due_on: 'date?',
        done_on: 'date?',
        outcome: 'text?',
        state: 'text',
      },
      orders: ['due_on'],
      filters: ['state'],
      indexes: ['plan', 'need'],
    })
    await createRecord('surveys_problem', {
      scope: 'division',
      columns: {
        person: 'text',
        category: 'text',
        raised_on: 'date',
        channel: 'text',
        text: 'text',
        owner: 'text?',
        answer: 'text?',
        answered_on: 'date?',
        satisfaction: 'text?',
        why_not: 'text?',
        state: 'text',
      },
      orders: ['raised_on'],
      filters: ['state', 'category', 'satisfaction'],
      indexes: ['person'],
    })
  },
  '0003_villages': async ({ createRecord, addColumns, db }) => {
    await addColumns('surveys_campaign', { village_questionnaire: 'text?' })
    await sql`create index surveys_campaign_village_questionnaire on surveys_campaign (village_questionnaire)`.execute(
      db,
    )
    await createRecord('surveys_village', {
      scope: 'division',
      columns: {
        title: 'text',
        campaign: 'text',
        from_day: 'date',
        due_on: 'date',
        form: 'data',
        respondent: 'text?',
        visited_on: 'date?',
        answers: 'data',
        unconfirmed: 'data',
        photos: 'data?',
        collected_by: 'text?',
        return_reason: 'text?',
        previous: 'text?',
        is_closed: 'flag',
        state: 'text',
      },
      orders: ['from_day'],
      filters: ['state', 'is_closed'],
      indexes: ['campaign', 'previous'],
      unique: [['campaign', 'division']],
    })
  },
}
