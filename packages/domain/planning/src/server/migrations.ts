import type { ModuleMigrations } from '@opendpf/kit/server'
import { planTables } from './migrations/plan-tables.js'
import { schemeTables } from './migrations/scheme-tables.js'

/** The tables of plans and of assessments. */
export const migrations: ModuleMigrations = { '0001_plans': planTables, '0002_schemes': schemeTables }
