import type { ModuleMigrations } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { attachmentSql } from '../../attachments/attachment-table.js'
import { deadlineSql } from '../../deadlines/deadline-table.js'
import { deliverySql } from '../../events/delivery-table.js'
import { installJobQueue } from '../../jobs/queue-schema.js'
import { scheduleSql } from '../../jobs/schedule-table.js'
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
  '0003_schedule': async ({ db }) => {
    for (const statement of scheduleSql) await sql.raw(statement).execute(db)
  },
  '0004_delivery': async ({ db, createRecord }) => {
    await createRecord('system_webhook', {
      scope: 'division',
      columns: { title: 'text', url: 'text', secret: 'sealed', events: 'data', is_active: 'flag' },
      orders: ['title'],
    })
    for (const text of deliverySql) await sql.raw(text).execute(db)
  },
  '0005_deadline': async ({ db, createRecord }) => {
    await createRecord('system_deadline', {
      scope: 'division',
      columns: {
        title: 'text',
        record: 'text',
        row_id: 'text',
        clock: 'text',
        state: 'text',
        owner: 'text',
        step: 'text',
        started_on: 'date',
        due_on: 'date?',
        promised_on: 'date?',
        remind_on: 'date?',
        paused_since: 'date?',
        pause_reason: 'text?',
        pause_note: 'text?',
        ended_on: 'date?',
        is_provisional: 'flag',
        course: 'data',
      },
      orders: ['due_on'],
      filters: ['ended_on', 'state', 'owner', 'record', 'clock'],
      indexes: ['row_id'],
    })
    await createRecord('system_limit', {
      scope: 'division',
      columns: {
        record: 'text',
        clock: 'text',
        kind: 'text',
        unit: 'text',
        value: 'whole',
        since: 'date',
        document: 'text?',
      },
      orders: ['since'],
      filters: ['record', 'kind'],
    })
    for (const statement of deadlineSql) await sql.raw(statement).execute(db)
  },
  '0008_document': async ({ createRecord }) => {
    await createRecord('system_document', {
      scope: 'division',
      columns: {
        title: 'text',
        record: 'text',
        row_id: 'text',
        row_version: 'whole',
        document: 'text',
        copy: 'whole',
        hash: 'text',
        digest: 'text',
        file_bytes: 'whole',
        shows: 'data',
        made_by: 'text',
        made_by_name: 'text',
        made_at: 'instant',
        job: 'text?',
      },
      orders: ['made_at'],
      filters: ['record', 'document', 'made_by'],
      indexes: ['row_id', 'job'],
      unique: [['record', 'row_id', 'document', 'copy']],
    })
  },
  '0006_attachment': async ({ db }) => {
    for (const statement of attachmentSql) await sql.raw(statement).execute(db)
  },
  '0007_limit_variant': ({ addColumns }) => addColumns('system_limit', { variant: 'text?' }),
}
