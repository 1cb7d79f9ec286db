import type { MigrationTools, ModuleMigrations } from '@opendpf/kit/server'

type Tools = Pick<MigrationTools, 'createRecord'>

const person = { person: 'text', client_name: 'text' } as const

async function createVisits({ createRecord }: Tools): Promise<void> {
  await createRecord('poverty_relief_visit', {
    scope: 'division',
    columns: {
      ...person,
      visited_on: 'date',
      occasion: 'text',
      visitors: 'text',
      organisation: 'text?',
      cash: 'money?',
      goods: 'text?',
      goods_value: 'money?',
      value: 'money',
      budget_line: 'text?',
      situation: 'text?',
    },
    orders: ['visited_on'],
    filters: ['occasion'],
    indexes: ['person', 'organisation', 'budget_line'],
    isSearched: true,
  })
}

async function createPoorList({ createRecord }: Tools): Promise<void> {
  await createRecord('poverty_relief_poor_entry', {
    scope: 'division',
    columns: {
      ...person,
      kind: 'text',
      entry: 'text',
      cause: 'text',
      found_on: 'date',
      household_size: 'whole',
      income: 'money',
      listed_on: 'date?',
      measures: 'text?',
      review_on: 'date?',
      left_on: 'date?',
      leave_reason: 'text?',
      leave_income: 'money?',
      watch_until: 'date?',
      closed_on: 'date?',
      refuse_reason: 'text?',
      state: 'text',
    },
    orders: ['found_on', 'review_on'],
    filters: ['kind', 'entry', 'cause', 'state'],
    indexes: ['person', 'listed_on', 'left_on', 'watch_until'],
    isSearched: true,
  })
}

async function createProduction({ createRecord }: Tools): Promise<void> {
  await createRecord('poverty_relief_support', {
    scope: 'division',
    columns: {
      ...person,
      project: 'text',
      form: 'text',
      role: 'text',
      demonstrator: 'text?',
      base: 'text?',
      issued_on: 'date',
      what: 'text?',
      quantity: 'whole?',
      unit_word: 'text?',
      amount: 'money',
      budget_line: 'text?',
      income_before: 'money?',
      checked_on: 'date?',
      income_after: 'money?',
      outcome: 'text?',
      note: 'text?',
      state: 'text',
    },
    orders: ['issued_on'],
    filters: ['project', 'form', 'role', 'outcome', 'state'],
    indexes: ['person', 'base', 'demonstrator', 'budget_line', 'checked_on'],
    isSearched: true,
  })
  await createRecord('poverty_relief_loan', {
    scope: 'division',
    columns: {
      ...person,
      purpose: 'text',
      asked_on: 'date',
      bank: 'text?',
      principal: 'money?',
      lent_on: 'date?',
      due_on: 'date?',
      interest_paid: 'money?',
      budget_line: 'text?',
      repaid_on: 'date?',
      refuse_reason: 'text?',
      state: 'text',
    },
    orders: ['asked_on', 'due_on'],
    filters: ['state'],
    indexes: ['person', 'budget_line', 'lent_on', 'repaid_on'],
    isSearched: true,
  })
}

async function createHousing({ createRecord }: Tools): Promise<void> {
  await createRecord('poverty_relief_housing', {
    scope: 'division',
    columns: {
      ...person,
      household: 'text?',
      surveyed_on: 'date',
      condition: 'text',
      plan_year: 'whole?',
      way: 'text?',
      started_on: 'date?',
      accepted_on: 'date?',
      aid: 'money?',
      department_grant: 'money?',
      budget_line: 'text?',
      pictures: 'sealed?',
      drop_reason: 'text?',
      note: 'text?',
      state: 'text',
    },
    orders: ['surveyed_on'],
    filters: ['condition', 'way', 'plan_year', 'state'],
    indexes: ['person', 'household', 'budget_line', 'started_on', 'accepted_on'],
    isSearched: true,
  })
}

async function createPairings({ createRecord }: Tools): Promise<void> {
  await createRecord('poverty_relief_pairing', {
    scope: 'division',
    columns: {
      ...person,
      helper_kind: 'text',
      helper_name: 'text',
      organisation: 'text?',
      helper_phone: 'text?',
      since: 'date',
      goal: 'text',
      last_help_on: 'date?',
      until: 'date?',
      result: 'text?',
      state: 'text',
    },
    orders: ['since', 'last_help_on'],
    filters: ['helper_kind', 'state'],
    indexes: ['person', 'organisation', 'until'],
    isSearched: true,
  })
  await createRecord('poverty_relief_help', {
    scope: 'division',
    columns: { pairing: 'text', helped_on: 'date', kind: 'text', amount: 'money?', note: 'text' },
    orders: ['helped_on'],
    filters: ['kind'],
    indexes: ['pairing'],
  })
}

async function createReductions({ createRecord }: Tools): Promise<void> {
  await createRecord('poverty_relief_hospital', {
    scope: 'division',
    columns: { organisation: 'text', since: 'date', until: 'date?', document: 'text?' },
    orders: ['since'],
    indexes: ['organisation', 'until'],
  })
  await createRecord('poverty_relief_reduction', {
    scope: 'division',
    columns: {
      ...person,
      hospital: 'text',
      setting: 'text',
      visited_on: 'date',
      receipt: 'text',
      bill: 'money',
      registration: 'money?',
      consultation: 'money?',
      nursing: 'money?',
      bed: 'money?',
      examination: 'money?',
      treatment: 'money?',
      test: 'money?',
      reduced: 'money',
      papers: 'sealed?',
      return_reason: 'text?',
      state: 'text',
    },
    orders: ['visited_on'],
    filters: ['setting', 'state'],
    indexes: ['person'],
    // a hospital is paid for a receipt once, whoever enters it at the same moment
    unique: [['hospital', 'receipt']],
    isSearched: true,
  })
}

async function createVisitLists({ createRecord }: Tools): Promise<void> {
  await createRecord('poverty_relief_visit_list', {
    scope: 'division',
    columns: { name: 'text', occasion: 'text', since: 'date', until: 'date', organisation: 'text?' },
    orders: ['since'],
    filters: ['occasion'],
    indexes: ['organisation'],
  })
}

async function createReferrals({ createRecord }: Tools): Promise<void> {
  await createRecord('poverty_relief_referral', {
    scope: 'division',
    columns: {
      ...person,
      department: 'text',
      matter: 'text',
      sent_on: 'date',
      request: 'text',
      answered_on: 'date?',
      outcome: 'text?',
      answer: 'text?',
      withdraw_reason: 'text?',
      state: 'text',
    },
    orders: ['sent_on'],
    filters: ['matter', 'outcome', 'state'],
    indexes: ['person', 'department', 'answered_on'],
    isSearched: true,
  })
}

const addReviews = ({ addColumns }: Pick<MigrationTools, 'addColumns'>): Promise<void> =>
  addColumns('poverty_relief_poor_entry', { reviewed_on: 'date?' })

/** The tables of the line, each part in the order in which it came about. */
export const migrations: ModuleMigrations = {
  '0001_visits': createVisits,
  '0002_poor_list': createPoorList,
  '0003_production': createProduction,
  '0004_housing': createHousing,
  '0005_pairings': createPairings,
  '0006_reductions': createReductions,
  '0007_visit_lists': createVisitLists,
  '0008_reviews': addReviews,
  '0009_referrals': createReferrals,
}
