import type { ModuleMigrations } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { credentialTables } from './credential/tables.js'
import { lifeCycle } from './migrations-life-cycle.js'

/** The tables of the register of certificates. */
export const migrations: ModuleMigrations = {
  '0001_init': async ({ createRecord }) => {
    await createRecord('certificates_certificate', {
      scope: 'division',
      columns: {
        person: 'text',
        holder_name: 'text',
        number: 'exact',
        category: 'text?',
        grade: 'text?',
        components: 'data?',
        issue_date: 'date',
        valid_to: 'date?',
        issuer: 'text?',
        media: 'text?',
        state: 'text?',
        state_on: 'date?',
        cancel_reason: 'text?',
        source: 'text?',
        institution: 'sealed?',
        doctors: 'sealed?',
        assessed_on: 'date?',
        criterion: 'sealed?',
        findings: 'sealed?',
        cause: 'text?',
        onset_date: 'date?',
        remark: 'text?',
      },
      orders: ['holder_name', 'valid_to', 'issue_date'],
      filters: ['category', 'grade', 'state', 'issue_date', 'valid_to', 'media', 'cancel_reason'],
      indexes: ['person', 'state'],
      isSearched: true,
    })
    await createRecord('certificates_number_history', {
      scope: 'division',
      columns: { certificate: 'text', number: 'exact', since: 'date', until: 'date', reason: 'text' },
      orders: ['until'],
      indexes: ['certificate'],
    })
  },
  '0002_cases': async ({ createRecord }) => {
    await createRecord('certificates_case', {
      scope: 'division',
      columns: {
        person: 'text',
        holder_name: 'text',
        item: 'text',
        certificate: 'text?',
        channel: 'text',
        applicant: 'text',
        guardian: 'text?',
        claimed_category: 'text?',
        has_changed: 'flag?',
        applied_on: 'date',
        reason: 'text?',
        has_id_card: 'flag?',
        has_household_book: 'flag?',
        has_photos: 'flag?',
        has_guardian_proof: 'flag?',
        has_old_certificate: 'flag?',
        correction_note: 'text?',
        institution: 'sealed?',
        is_home_visit: 'flag?',
        doctors: 'sealed?',
        assessed_on: 'date?',
        components: 'data?',
        category: 'text?',
        grade: 'text?',
        criterion: 'sealed?',
        findings: 'sealed?',
        cause: 'text?',
        onset_date: 'date?',
        dispute_reason: 'text?',
        city_conclusion: 'sealed?',
        province_conclusion: 'sealed?',
        notice_place: 'text?',
        objection_note: 'sealed?',
        resolution_note: 'text?',
        review_note: 'text?',
        refusal_reason: 'text?',
        refusal_note: 'text?',
        cancel_reason: 'text?',
        number: 'exact?',
        issue_date: 'date?',
        media: 'text?',
        receipt: 'text?',
        closed_on: 'date?',
        state: 'text',
      },
      orders: ['applied_on', 'holder_name'],
      filters: ['item', 'state', 'category', 'grade', 'channel', 'applied_on', 'closed_on'],
      indexes: ['person', 'certificate', 'guardian', 'state'],
      isSearched: true,
    })
  },
  '0003_life_cycle': lifeCycle,
  '0004_files': ({ addColumns }) =>
    addColumns('certificates_case', { documents: 'sealed?', assessment_files: 'sealed?' }),
  '0005_credentials': credentialTables,
  '0006_photo': ({ addColumns }) => addColumns('certificates_certificate', { photo: 'data?' }),
  '0007_referral_objections': ({ addColumns }) =>
    addColumns('certificates_referral', { objection_note: 'sealed?', resolution_note: 'text?' }),
  // what a period brought is counted by this day
  '0008_closed_cases': async ({ db }) => {
    await sql`create index certificates_case_closed on certificates_case (county, closed_on) where closed_on is not null`.execute(
      db,
    )
  },
}
