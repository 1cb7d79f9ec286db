import type { ModuleMigrations } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { planTables } from './migrations/plan-tables.js'
import { schemeTables } from './migrations/scheme-tables.js'

/** The tables of plans and of assessments. */
export const migrations: ModuleMigrations = {
  '0001_plans': planTables,
  '0002_schemes': schemeTables,
  // numbers name items in files and findings: not even two clerks who write at the same moment give one number twice
  '0003_numbers_of_items': async ({ db }) => {
    await sql`create unique index planning_item_plan_number_unique on planning_item (plan, number)`.execute(db)
  },
  // what the standard of an assessment says, so that the scheme is held against it
  '0004_points_of_standards': async ({ addColumns }) => {
    await addColumns('planning_scheme', { total_points: 'whole?' })
    await addColumns('planning_chapter', { points: 'whole?' })
    await addColumns('planning_criterion', { evidence_kind: 'text?' })
  },
}
