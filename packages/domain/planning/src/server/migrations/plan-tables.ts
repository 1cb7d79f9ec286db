import type { MigrationTools } from '@opendpf/kit/server'

/** Plans, what they consist of, and what is reported on them. */
export async function planTables({ createRecord }: MigrationTools): Promise<void> {
  await createRecord('planning_plan', {
    scope: 'division',
    columns: {
      title: 'text',
      kind: 'text',
      first_year: 'whole',
      last_year: 'whole',
      organisation: 'text?',
      parent: 'text?',
      goals: 'text?',
      document: 'text?',
      adopted_on: 'date?',
      remark: 'text?',
      summary: 'text?',
      state: 'text',
    },
    orders: ['first_year'],
    filters: ['kind', 'state'],
    indexes: ['parent', 'organisation'],
  })
  await createRecord('planning_section', {
    scope: 'division',
    columns: { plan: 'text', kind: 'text', title: 'text', text: 'text?', position: 'whole' },
    orders: ['position'],
    indexes: ['plan'],
  })
  await createRecord('planning_project', {
    scope: 'division',
    columns: {
      plan: 'text',
      title: 'text',
      text: 'text?',
      owner_organisation: 'text?',
      budget: 'money?',
      position: 'whole',
    },
    orders: ['position'],
    indexes: ['plan', 'owner_organisation'],
  })
  await createRecord('planning_item', {
    scope: 'division',
    columns: {
      plan: 'text',
      section: 'text?',
      project: 'text?',
      number: 'text',
      position: 'whole',
      title: 'text',
      task: 'text?',
      line: 'text',
      source: 'text',
      source_document: 'text?',
      owner_organisation: 'text?',
      owner: 'text?',
      unit: 'text',
      unit_word: 'text?',
      target: 'data',
      denominator: 'text?',
      last_year: 'data?',
      yearly: 'data?',
      indicator: 'text?',
      filters: 'data?',
      starts_on: 'date?',
      due_on: 'date?',
      part_of: 'text?',
      part_kind: 'text?',
      times: 'text?',
      each: 'whole?',
      serves: 'text?',
      split: 'text?',
      amendments: 'whole',
      added_reason: 'text?',
      outcome: 'text?',
      state: 'text',
    },
    orders: ['position', 'due_on'],
    filters: ['line', 'source', 'state'],
    indexes: ['plan', 'section', 'project', 'owner_organisation', 'part_of', 'times', 'serves', 'split'],
  })
  await createRecord('planning_split', {
    scope: 'division',
    columns: { item: 'text', item_title: 'text', target: 'data', note: 'text?' },
    orders: ['item_title'],
    indexes: ['item'],
  })
  await createRecord('planning_result', {
    scope: 'division',
    columns: {
      item: 'text?',
      split: 'text?',
      as_of: 'date',
      value: 'data?',
      unknown_reason: 'text?',
      note: 'text?',
      evidence: 'data?',
    },
    orders: ['as_of'],
    indexes: ['item', 'split'],
  })
  await createRecord('planning_amendment', {
    scope: 'division',
    columns: {
      item: 'text',
      reason: 'text',
      document: 'text?',
      decided_on: 'date',
      target: 'data?',
      due_on: 'date?',
      former_target: 'data?',
      former_due_on: 'date?',
    },
    orders: ['decided_on'],
    indexes: ['item'],
  })
  await createRecord('planning_comment', {
    scope: 'division',
    columns: { plan: 'text', item: 'text?', text: 'text', author: 'text', written_at: 'instant' },
    orders: ['written_at'],
    indexes: ['plan', 'item'],
  })
}
