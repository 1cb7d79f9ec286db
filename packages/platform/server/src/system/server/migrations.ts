import type { ModuleMigrations } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { installJobQueue } from '../../jobs/queue-schema.js'
import { importRowSql } from './import-row-table.js'

/** The tables of the module `system`. */
export const systemMigrations: ModuleMigrations = {
  '0001_division': async ({ createRecord }) => {
    await createRecord('system_division', {
      scope: 'global',
      columns: {
        code: 'text',
        name: 'text',
        level: 'text',
        parent: 'text?',
        valid_from: 'date?',
        valid_to: 'date?',
        successor: 'text?',
        is_synthetic: 'flag',
      },
      orders: ['code'],
      indexes: ['parent'],
      unique: [['code']],
    })
  },
  '0002_work': async ({ db, createRecord }) => {
    await createRecord('system_job', {
      scope: 'division',
      columns: {
        kind: 'text',
        title: 'text',
        state: 'text',
        progress_done: 'whole',
        progress_total: 'whole',
        message: 'text?',
        result: 'data?',
        asked_by: 'text',
        asked_by_name: 'text',
        attempts: 'whole',
        queued_at: 'instant',
        started_at: 'instant?',
        ended_at: 'instant?',
      },
      orders: ['queued_at'],
      indexes: ['state', 'asked_by'],
    })
    await createRecord('system_import', {
      scope: 'division',
      columns: {
        title: 'text',
        kind: 'text',
        state: 'text',
        file_hash: 'text',
        file_bytes: 'whole',
        plan: 'data?',
        mode: 'text?',
        rows: 'whole',
        creates: 'whole',
        updates: 'whole',
        unchanged: 'whole',
        problems: 'whole',
        warnings: 'whole',
        message: 'text?',
        job: 'text?',
        written: 'data?',
        uploaded_at: 'instant',
        planned_at: 'instant?',
        ran_at: 'instant?',
        undone_at: 'instant?',
        file_until: 'instant?',
      },
      orders: ['uploaded_at'],
      indexes: ['state', 'job', 'file_hash'],
    })
    await createRecord('system_export', {
      scope: 'division',
      columns: {
        title: 'text',
        record: 'text',
        format: 'text',
        is_unmasked: 'flag',
        reason: 'text',
        state: 'text',
        query: 'sealed',
        asked_by: 'text',
        asked_by_name: 'text',
        decided_by: 'text?',
        decided_by_name: 'text?',
        decision_reason: 'text?',
        rows: 'whole',
        file_bytes: 'whole',
        message: 'text?',
        job: 'text?',
        asked_at: 'instant',
        decided_at: 'instant?',
        ready_at: 'instant?',
        expires_at: 'instant?',
      },
      orders: ['asked_at'],
      indexes: ['state', 'job', 'asked_by'],
    })
    for (const statement of importRowSql) await sql.raw(statement).execute(db)
    await installJobQueue(db)
  },
}
