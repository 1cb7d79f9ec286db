import type { MigrationTools } from '@opendpf/kit/server'

/** Tables of cataracts and areas. */
export async function createSight({ createRecord }: Pick<MigrationTools, 'createRecord'>): Promise<void> {
  await createRecord('rehab_cataract', {
    scope: 'division',
    columns: {
      person: 'text',
      client_name: 'text',
      need: 'text?',
      found_on: 'date',
      found_by: 'text',
      eye: 'text',
      acuity_before: 'text?',
      screened_on: 'date?',
      hospital: 'text?',
      operated_on: 'date?',
      operated_eye: 'text?',
      has_lens: 'flag?',
      cost: 'money?',
      fund_paid: 'money?',
      insurance_paid: 'money?',
      reduced: 'money?',
      self_paid: 'money?',
      is_free: 'flag?',
      budget_line: 'text?',
      followed_on: 'date?',
      acuity_after: 'text?',
      complication: 'sealed?',
      excluded_on: 'date?',
      exclude_reason: 'text?',
      state: 'text',
    },
    orders: ['found_on', 'operated_on'],
    filters: ['state', 'found_by', 'is_free'],
    indexes: ['person', 'need', 'hospital', 'budget_line'],
    isSearched: true,
  })
  await createRecord('rehab_area', {
    scope: 'division',
    columns: {
      scheme: 'text',
      started_on: 'date',
      items: 'whole?',
      items_met: 'whole?',
      score: 'whole?',
      applied_on: 'date?',
      accepted_on: 'date?',
      accepted_by: 'text?',
      document: 'text?',
      papers: 'data?',
      fail_reason: 'text?',
      state: 'text',
    },
    orders: ['started_on'],
    filters: ['scheme', 'state', 'accepted_by'],
    indexes: ['accepted_on'],
  })
}
