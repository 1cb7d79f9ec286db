import type { MigrationTools } from '@opendpf/kit/server'

/** Assessments, their criteria and what is done about weak points. */
export async function schemeTables({ createRecord }: MigrationTools): Promise<void> {
  await createRecord('planning_scheme', {
    scope: 'division',
    columns: {
      title: 'text',
      kind: 'text',
      standard: 'text',
      issuer: 'text?',
      organisation: 'text?',
      first_day: 'date',
      due_on: 'date',
      pass_mark: 'whole',
      accepted_on: 'date?',
      accepted_by: 'text?',
      finding: 'text?',
      state: 'text',
    },
    orders: ['due_on'],
    filters: ['kind', 'state'],
    indexes: ['organisation'],
  })
  await createRecord('planning_chapter', {
    scope: 'division',
    columns: { scheme: 'text', title: 'text', text: 'text?', position: 'whole' },
    orders: ['position'],
    indexes: ['scheme'],
  })
  await createRecord('planning_criterion', {
    scope: 'division',
    columns: {
      scheme: 'text',
      chapter: 'text?',
      number: 'text',
      position: 'whole',
      title: 'text',
      standard: 'text',
      points: 'whole',
      owner_organisation: 'text?',
      owner: 'text?',
      unit: 'text',
      target: 'data',
      scoring: 'data',
      indicator: 'text?',
      filters: 'data?',
      value: 'data?',
      weakness: 'text?',
      evidence: 'data?',
    },
    orders: ['position'],
    indexes: ['scheme', 'chapter', 'owner_organisation'],
  })
  await createRecord('planning_remedy', {
    scope: 'division',
    columns: {
      criterion: 'text',
      weakness: 'text',
      measure: 'text',
      owner: 'text',
      due_on: 'date',
      done_on: 'date?',
      outcome: 'text?',
      evidence: 'data?',
      state: 'text',
    },
    orders: ['due_on'],
    filters: ['state'],
    indexes: ['criterion'],
  })
}
