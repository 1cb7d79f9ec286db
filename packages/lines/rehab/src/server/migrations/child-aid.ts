import type { MigrationTools } from '@opendpf/kit/server'
import { sql } from 'kysely'

/** Cases of children follow from a programme, and a diagnosis of a hospital stands for a certificate. */
export async function followProgrammes({ db, createRecord, addColumns }: MigrationTools): Promise<void> {
  await addColumns('rehab_relief', {
    application: 'text?',
    enrolment: 'text?',
    decision_document: 'text?',
    away_reason: 'text?',
    away_on: 'date?',
  })
  await sql`create index rehab_relief_application on rehab_relief (application)`.execute(db)
  // one case of a grant, whatever is told twice
  await sql`create unique index rehab_relief_enrolment on rehab_relief (enrolment)`.execute(db)
  await createRecord('rehab_diagnosis', {
    scope: 'division',
    columns: {
      person: 'text',
      client_name: 'text',
      category: 'text',
      finding: 'text',
      hospital: 'text',
      diagnosed_on: 'date',
      number: 'text?',
      papers: 'sealed?',
    },
    orders: ['diagnosed_on'],
    filters: ['category', 'finding'],
    indexes: ['person'],
    isSearched: true,
  })
}
