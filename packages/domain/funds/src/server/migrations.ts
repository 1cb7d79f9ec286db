import type { ModuleMigrations } from '@opendpf/kit/server'

/** The tables of funds. */
export const migrations: ModuleMigrations = {
  '0001_init': async ({ createRecord }) => {
    await createRecord('funds_fund', {
      scope: 'division',
      columns: { title: 'text', source: 'text', year: 'whole', document: 'text?', remark: 'text?', state: 'text' },
      orders: ['year'],
      filters: ['source', 'state'],
    })
    await createRecord('funds_budget_line', {
      scope: 'division',
      columns: {
        fund: 'text',
        number: 'text',
        use: 'text',
        plan_item: 'text?',
        amount: 'money',
        reserved: 'money',
        spent: 'money',
      },
      orders: ['number'],
      indexes: ['fund', 'plan_item'],
      unique: [['fund', 'number']],
    })
    await createRecord('funds_receipt', {
      scope: 'division',
      columns: {
        fund: 'text',
        kind: 'text',
        number: 'text?',
        document: 'text?',
        received_on: 'date',
        amount: 'money',
        payer: 'text?',
        payer_name: 'text?',
        purpose: 'text?',
        vouchers: 'data?',
        cancel_reason: 'text?',
        cancelled_on: 'date?',
        state: 'text',
      },
      orders: ['received_on'],
      filters: ['kind', 'state'],
      indexes: ['fund', 'payer'],
    })
    await createRecord('funds_expenditure', {
      scope: 'division',
      columns: {
        budget_line: 'text',
        recipient_kind: 'text',
        person: 'text?',
        household: 'text?',
        organisation: 'text?',
        amount: 'money',
        purpose: 'text',
        subject_record: 'text?',
        subject: 'text?',
        voucher: 'text?',
        paid_on: 'date?',
        vouchers: 'data?',
        release_reason: 'text?',
        state: 'text',
      },
      orders: ['paid_on'],
      filters: ['recipient_kind', 'state'],
      indexes: ['budget_line', 'person', 'household', 'organisation', 'subject'],
    })
    await createRecord('funds_transfer', {
      scope: 'division',
      columns: { from_fund: 'text', to_fund: 'text', amount: 'money', moved_on: 'date', document: 'text' },
      orders: ['moved_on'],
      indexes: ['from_fund', 'to_fund'],
    })
    await createRecord('funds_goods', {
      scope: 'division',
      columns: {
        fund: 'text',
        direction: 'text',
        item: 'text',
        unit: 'text',
        quantity: 'whole',
        moved_on: 'date',
        organisation: 'text?',
        person: 'text?',
        household: 'text?',
        purpose: 'text?',
      },
      orders: ['moved_on'],
      filters: ['direction'],
      indexes: ['fund', 'item', 'organisation', 'person', 'household'],
    })
  },
}
