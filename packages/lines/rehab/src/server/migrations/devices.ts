import type { MigrationTools } from '@opendpf/kit/server'

/** Tables of assistive devices: what is offered, where it lies, who has it. */
export async function createDevices({ createRecord }: Pick<MigrationTools, 'createRecord'>): Promise<void> {
  await createRecord('rehab_fitting', {
    scope: 'division',
    columns: {
      person: 'text',
      client_name: 'text',
      need: 'text',
      device: 'text',
      quantity: 'whole',
      project: 'text',
      manner: 'text',
      applied_on: 'date',
      assessed_on: 'date?',
      assessor: 'text?',
      finding: 'sealed?',
      stock: 'text?',
      issued_on: 'date?',
      household: 'text?',
      due_back_on: 'date?',
      cost: 'money?',
      fund_paid: 'money?',
      insurance_paid: 'money?',
      reduced: 'money?',
      self_paid: 'money?',
      is_free: 'flag?',
      budget_line: 'text?',
      papers: 'data?',
      returned_on: 'date?',
      return_condition: 'text?',
      refuse_reason: 'text?',
      state: 'text',
    },
    orders: ['applied_on', 'issued_on', 'due_back_on'],
    filters: ['project', 'manner', 'state', 'is_free'],
    indexes: ['person', 'need', 'device', 'stock', 'household', 'budget_line'],
    isSearched: true,
  })
  await createRecord('rehab_device', {
    scope: 'division',
    columns: {
      title: 'text',
      kind: 'text',
      model: 'text?',
      unit: 'text',
      useful_life_months: 'whole',
      price: 'money?',
      is_reusable: 'flag',
      offered_from: 'date',
      offered_until: 'date?',
      remark: 'text?',
    },
    orders: ['title', 'offered_from'],
    filters: ['kind', 'is_reusable'],
    indexes: ['offered_until'],
  })
  await createRecord('rehab_store', {
    scope: 'division',
    columns: { title: 'text', organisation: 'text?', keeper: 'text?' },
    orders: ['title'],
    indexes: ['organisation'],
  })
  await createRecord('rehab_stock', {
    scope: 'division',
    columns: { title: 'text', store: 'text', device: 'text', on_hand: 'whole' },
    orders: ['on_hand'],
    indexes: ['store', 'device'],
  })
  await createRecord('rehab_movement', {
    scope: 'division',
    columns: {
      stock: 'text',
      kind: 'text',
      quantity: 'whole',
      moved_on: 'date',
      fitting: 'text?',
      supplier: 'text?',
      document: 'text?',
      reason: 'text?',
    },
    orders: ['moved_on'],
    filters: ['kind'],
    indexes: ['stock', 'fitting', 'supplier'],
  })
  await createRecord('rehab_repair', {
    scope: 'division',
    columns: {
      fitting: 'text',
      reported_on: 'date',
      fault: 'text',
      repaired_on: 'date?',
      repairer: 'text?',
      cost: 'money?',
      fund_paid: 'money?',
      insurance_paid: 'money?',
      reduced: 'money?',
      self_paid: 'money?',
      is_free: 'flag?',
      budget_line: 'text?',
      scrap_reason: 'text?',
      state: 'text',
    },
    orders: ['reported_on'],
    filters: ['state', 'is_free'],
    indexes: ['fitting', 'repairer', 'budget_line', 'repaired_on'],
  })
}
