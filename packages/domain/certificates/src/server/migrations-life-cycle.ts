import type { MigrationTools } from '@opendpf/kit/server'
import { sql } from 'kysely'

const certificateFilters = [
  'category',
  'grade',
  'state',
  'is_renewable',
  'freeze_reason',
  'moved_on',
  'issue_date',
  'valid_to',
  'media',
  'cancel_reason',
]

/** What the nightly runs find without reading what is not due. */
const dueIndexes = [
  `create index certificates_certificate_expiring on certificates_certificate (valid_to, id) where state = 'valid'`,
  `create index certificates_certificate_ageing on certificates_certificate (issue_date, id) where state = 'valid' and is_renewable is not true`,
  `create index certificates_certificate_moved on certificates_certificate (moved_on, id) where moved_on is not null and state in ('valid', 'frozen')`,
]

/** Moves, renewals, the exchange with the national system, transfers, cross-province handling and trips. */
export async function lifeCycle({ db, createRecord, addColumns, addOrders }: MigrationTools): Promise<void> {
  await addColumns('certificates_certificate', {
    last_case: 'text?',
    is_renewable: 'flag?',
    freeze_reason: 'text?',
    moved_on: 'date?',
    move_source: 'text?',
  })
  const orders = ['holder_name', 'valid_to', 'issue_date']
  for (const order of orders)
    for (const level of ['county', 'town'])
      await sql.raw(`drop index certificates_certificate_${level}_${order}`).execute(db)
  await addOrders('certificates_certificate', orders, certificateFilters)
  for (const index of dueIndexes) await sql.raw(index).execute(db)
  await addColumns('certificates_case', {
    to_division: 'text?',
    to_place: 'text?',
    from_place: 'text?',
    prior_number: 'exact?',
    letter_number: 'text?',
    acting_county: 'text?',
    referral: 'text?',
    posted_from: 'date?',
    posted_to: 'date?',
    found_on: 'date?',
    national_note: 'text?',
  })
  await sql.raw('create index certificates_case_prior_number_key on certificates_case (prior_number_key)').execute(db)
  await createSubmissions(createRecord)
  await createTransfers(createRecord)
  await createReferrals(createRecord)
  await createTrips(createRecord)
}

type CreateRecord = MigrationTools['createRecord']

async function createSubmissions(createRecord: CreateRecord): Promise<void> {
  await createRecord('certificates_submission', {
    scope: 'division',
    columns: {
      reference: 'text',
      person: 'text',
      holder_name: 'text',
      application: 'text',
      id_number: 'exact',
      item: 'text',
      category: 'text?',
      grade: 'text?',
      components: 'data?',
      prior_number: 'exact?',
      sent_on: 'date',
      result: 'text?',
      number: 'exact?',
      issue_date: 'date?',
      reason: 'text?',
      answered_on: 'date?',
      state: 'text',
    },
    orders: ['sent_on', 'reference'],
    filters: ['state', 'item', 'sent_on', 'answered_on'],
    indexes: ['person', 'application'],
    unique: [['reference']],
    isSearched: true,
  })
}

async function createTransfers(createRecord: CreateRecord): Promise<void> {
  await createRecord('certificates_transfer', {
    scope: 'division',
    columns: {
      holder_name: 'text',
      number: 'exact',
      certificate: 'text',
      application: 'text',
      released_on: 'date',
      to_division: 'text?',
      to_place: 'text?',
      letter_number: 'text?',
      confirmation: 'text?',
      return_note: 'text?',
      ended_on: 'date?',
      state: 'text',
    },
    orders: ['released_on', 'holder_name'],
    filters: ['state', 'released_on', 'ended_on'],
    indexes: ['certificate'],
    isSearched: true,
  })
}

async function createReferrals(createRecord: CreateRecord): Promise<void> {
  await createRecord('certificates_referral', {
    scope: 'division',
    columns: {
      applicant_name: 'text',
      id_number: 'exact',
      item: 'text',
      cancel_reason: 'text?',
      household_division: 'text?',
      household_place: 'text?',
      has_residence_permit: 'flag',
      claimed_category: 'text?',
      accepted_on: 'date',
      reason: 'text?',
      institution: 'sealed?',
      doctors: 'sealed?',
      assessed_on: 'date?',
      components: 'data?',
      criterion: 'sealed?',
      findings: 'sealed?',
      cause: 'text?',
      notice_place: 'text?',
      posted_from: 'date?',
      posted_to: 'date?',
      application: 'text?',
      sent_on: 'date?',
      outcome: 'text?',
      refusal_note: 'text?',
      state: 'text',
    },
    orders: ['accepted_on', 'applicant_name'],
    filters: ['item', 'state', 'accepted_on', 'sent_on'],
    isSearched: true,
  })
}

async function createTrips(createRecord: CreateRecord): Promise<void> {
  await createRecord('certificates_trip', {
    scope: 'division',
    columns: {
      held_on: 'date',
      purpose: 'text',
      place: 'text',
      staff: 'text',
      institution: 'text?',
      report: 'text?',
      cancel_note: 'text?',
      persons: 'whole',
      person_times: 'whole',
      state: 'text',
    },
    orders: ['held_on'],
    filters: ['purpose', 'state', 'held_on'],
  })
  await createRecord('certificates_trip_service', {
    scope: 'division',
    columns: { trip: 'text', person: 'text', application: 'text?', kind: 'text', remark: 'text?' },
    orders: ['kind'],
    indexes: ['trip', 'person', 'application'],
  })
}
