import { defineJob } from '@opendpf/kit/server'
import { sql } from 'kysely'
import * as z from 'zod'
import { certificates } from '../contract/index.js'

const { certificate } = certificates.records
const page = 500

/** Marks certificates whose last day has passed; meant for every night. Holders, households and lists follow by themselves. */
export const expireJob = defineJob({
  input: z.strictObject({}),
  title: 'job.expire',
  run: async (_, job) => {
    let expired = 0
    while (!job.signal.aborted) {
      const count = await job.transaction(async ({ db, read, write, today }) => {
        const { rows } = await sql<{
          id: string
        }>`select id from certificates_certificate where state = 'valid' and valid_to < ${today}::date order by id limit ${page}`.execute(
          db,
        )
        if (rows.length === 0) return 0
        const due = await read.many(certificate, { id: rows.map(({ id }) => id) })
        await write.updateMany(
          certificate,
          due.map(({ id, version }) => ({ id, version, values: { state: 'expired' as const } })),
        )
        return rows.length
      })
      expired += count
      await job.progress(expired, expired)
      if (count < page) break
    }
    return { expired }
  },
})
