import type { ModuleMigrations } from '@opendpf/kit/server'
import { sql } from 'kysely'

/** The tables of payments. Millions of lines are found by their batch, their person and their month, and by nothing else. */
export const migrations: ModuleMigrations = {
  '0001_init': async ({ createRecord, db }) => {
    await createRecord('payments_batch', {
      scope: 'division',
      columns: {
        title: 'text',
        programme: 'text',
        month: 'text',
        cycle: 'text?',
        budget_line: 'text',
        quota: 'whole?',
        due_on: 'date',
        lines: 'whole',
        amount: 'money',
        paid: 'money',
        returned: 'money',
        problems: 'whole',
        send_back_reason: 'text?',
        sent_on: 'date?',
        drop_reason: 'text?',
        template: 'text?',
        paid_on: 'date?',
        result_file: 'sealed?',
        reservation: 'text?',
        state: 'text',
      },
      orders: ['month', 'due_on'],
      filters: ['state', 'programme'],
      indexes: ['budget_line', 'cycle', 'template'],
    })
    await createRecord('payments_line', {
      scope: 'division',
      columns: {
        batch: 'text',
        position: 'whole',
        person: 'text',
        payee: 'text',
        programme: 'text',
        month: 'text',
        kind: 'text',
        enrolment: 'text?',
        reason: 'text',
        amount: 'money',
        deduction: 'money',
        net: 'money',
        account: 'text?',
        account_number: 'sealed?',
        holder_name: 'text?',
        bank: 'text?',
        problem: 'text?',
        is_shared: 'flag?',
        paid_on: 'date?',
        returned_on: 'date?',
        return_code: 'text?',
        return_text: 'text?',
        replaces: 'text?',
        drop_reason: 'text?',
        state: 'text',
      },
      orders: ['month'],
      filters: ['state', 'programme'],
      indexes: ['account'],
    })
    await createRecord('payments_file_template', {
      scope: 'division',
      columns: {
        title: 'text',
        form: 'text',
        separator: 'text?',
        encoding: 'text',
        has_headings: 'flag?',
        header: 'text?',
        footer: 'text?',
        paid_columns: 'data',
        head_lines: 'whole',
        tail_lines: 'whole',
        result_columns: 'data',
        paid_codes: 'text',
        is_default: 'flag?',
      },
      orders: ['title'],
    })
    await createRecord('payments_account_exception', {
      scope: 'division',
      columns: {
        account: 'text',
        ground: 'text',
        reason: 'text',
        papers: 'sealed?',
        holder_name: 'text',
        account_number: 'sealed',
        asked_on: 'date',
        refusal: 'text?',
        end_reason: 'text?',
        state: 'text',
      },
      orders: ['asked_on'],
      filters: ['state', 'ground'],
      indexes: ['account'],
    })
    await createRecord('payments_exchange', {
      scope: 'division',
      columns: {
        batch: 'text',
        direction: 'text',
        paid_on: 'date?',
        file: 'sealed?',
        hash: 'text',
        at: 'instant',
        lines: 'whole',
        amount: 'money',
        paid: 'whole',
        returned: 'whole',
        missing: 'whole',
        problem_count: 'whole',
        problems: 'text?',
        state: 'text',
      },
      orders: ['at'],
      filters: ['direction', 'state'],
      indexes: ['batch'],
    })
    await createRecord('payments_overpayment', {
      scope: 'division',
      columns: {
        person: 'text',
        programme: 'text',
        ground: 'text',
        from_month: 'text',
        until_month: 'text',
        amount: 'money',
        overpaid: 'money',
        instalment: 'money?',
        found_on: 'date',
        explanation: 'text?',
        recovered: 'money',
        remitted: 'money',
        cancel_reason: 'text?',
        state: 'text',
      },
      orders: ['found_on'],
      filters: ['state', 'programme', 'ground'],
      indexes: ['person'],
    })
    await createRecord('payments_recovery', {
      scope: 'division',
      columns: {
        overpayment: 'text',
        manner: 'text',
        amount: 'money',
        line: 'text?',
        recovered_on: 'date?',
        document: 'text?',
        reason: 'text?',
        papers: 'data?',
        cancel_reason: 'text?',
        state: 'text',
      },
      orders: ['recovered_on'],
      filters: ['manner', 'state'],
      indexes: ['overpayment', 'line'],
    })
    await sql`create index payments_line_batch on payments_line (batch, month, id)`.execute(db)
    await sql`create index payments_line_person on payments_line (person, month, id)`.execute(db)
    await sql`create index payments_line_replaces on payments_line (replaces) where replaces is not null`.execute(db)
    await sql`create index payments_line_returned on payments_line (county, month, id) where state = 'returned'`.execute(
      db,
    )
    await sql`create unique index payments_line_once on payments_line (programme, month, payee)
      where state not in ('replaced', 'dropped')`.execute(db)
  },
  /** What is paid twice is asked of the beneficiary: a person may have two vehicles, and a household has one allowance. */
  '0002_beneficiaries': async ({ addColumns, db }) => {
    await addColumns('payments_line', { beneficiary: 'text?' })
    await addColumns('payments_overpayment', { beneficiary: 'text?' })
    await sql`drop index payments_line_once`.execute(db)
    await sql`create unique index payments_line_once on payments_line (programme, month, (coalesce(beneficiary, payee)))
      where state not in ('replaced', 'dropped')`.execute(db)
  },
  // a county has millions of lines, and what a period brought is counted by these days
  '0003_days_of_lines': async ({ db }) => {
    await sql`create index payments_line_paid_on on payments_line (county, paid_on) where paid_on is not null`.execute(
      db,
    )
    await sql`create index payments_line_returned_on on payments_line (county, returned_on) where returned_on is not null`.execute(
      db,
    )
  },
  // what was on its way to the bank when its enrolment was stopped
  '0004_stopped_lines': async ({ addColumns }) => {
    await addColumns('payments_line', { stop_reason: 'text?' })
  },
  // batches are gone through by place, chunk by chunk, and the bank's answer finds lines by it
  '0005_places_of_lines': async ({ db }) => {
    await sql`create index payments_line_position on payments_line (batch, position, id)`.execute(db)
  },
  // Few lines of a batch come back, and a list of them walked past all others. A partial index would not do: plans of lists are made once for every
  // state. Who is still to be paid is asked by name of the state, of few lines among the millions that were paid.
  '0006_states_of_lines': async ({ db }) => {
    await sql`create index payments_line_batch_state on payments_line (batch, state, month, id)`.execute(db)
    await sql`create index payments_line_pending on payments_line (county, person) where state = 'pending'`.execute(db)
  },
}
