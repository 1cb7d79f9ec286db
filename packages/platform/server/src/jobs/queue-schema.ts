import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { getConstructionPlans, getMigrationPlans } from 'pg-boss'

/** Where pg-boss keeps its tables, and the one queue that all kinds of jobs wait in. */
export const queueSchema = 'jobs'
export const queueName = 'work'

const sights = 'opendpf_see_all, opendpf_see_county, opendpf_see_town, opendpf_see_village'

/**
 * Makes the queue's tables, or brings those of an older pg-boss up to date, as the migrating role. A release that brings a newer
 * pg-boss calls it again from a migration of its own.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration sees the schema of its own day
export async function installJobQueue(db: Kysely<any>): Promise<void> {
  const [table] = (await sql<{ name: string | null }>`select to_regclass('jobs.version')::text as name`.execute(db))
    .rows
  if (table?.name) {
    const [row] = (await sql<{ version: number }>`select version::int as version from jobs.version`.execute(db)).rows
    const plans = getMigrationPlans(queueSchema, row?.version)
    if (plans.trim() !== '') await sql.raw(withoutTransaction(plans)).execute(db)
  } else {
    await sql.raw(withoutTransaction(getConstructionPlans(queueSchema))).execute(db)
    await sql.raw(`select ${queueSchema}.create_queue('${queueName}', '{"policy":"standard"}'::jsonb)`).execute(db)
  }
  // a clerk's own transaction puts the job in the queue with what it belongs to; only the worker takes jobs away
  await sql
    .raw(
      `grant usage on schema ${queueSchema} to ${sights};
       grant select, insert, update on all tables in schema ${queueSchema} to ${sights};
       grant delete on all tables in schema ${queueSchema} to opendpf_see_all`,
    )
    .execute(db)
}

/** The plans bring a transaction of their own; a migration runs in one already. */
function withoutTransaction(plans: string): string {
  return plans.replace(/^\s*(BEGIN|COMMIT);\s*$/gm, '')
}
