import type { JobContext, ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { notices } from '../contract/index.js'
import { periodFrom } from './period.js'

const { notice, line } = notices.records

/** Computes last days anew that depend on a year whose holidays were not announced when the line was posted. */
export async function settleDates(job: JobContext, page: number): Promise<number> {
  let settled = 0
  for (let after = ''; ; ) {
    job.signal.throwIfAborted()
    const last = after
    const batch = await job.transaction((context) => settleBatch(context, { after: last, page }))
    settled += batch.settled
    if (batch.last === undefined) return settled
    after = batch.last
  }
}

async function settleBatch(
  { db, read, write }: ModuleContext,
  { after, page }: { readonly after: string; readonly page: number },
): Promise<{ readonly settled: number; readonly last: string | undefined }> {
  const { rows } = await sql<{ id: string }>`
    select id from notices_line where state = 'posted' and is_provisional and id > ${after} order by id limit ${page} for update`.execute(
    db,
  )
  const lines = await read.many(line, { id: rows.map(({ id }) => id) })
  const found = await read.many(notice, { id: [...new Set(lines.map((one) => one.notice))] })
  const known = new Map(found.map((row) => [row.id, row]))
  const latest = new Map<string, { readonly lastDay: string; readonly isProvisional: boolean }>()
  const changes = lines.flatMap(({ id, version, notice: of, fromDay, lastDay, isProvisional }) => {
    const period = fromDay === null ? undefined : periodFrom(fromDay, known.get(of)?.workingDays ?? 0)
    if (!period || (period.lastDay === lastDay && period.isProvisional === isProvisional)) return []
    const { lastDay: day } = latest.get(of) ?? { lastDay: '' }
    if (day < period.lastDay) latest.set(of, period)
    return [{ id, version, values: period }]
  })
  if (changes.length > 0) {
    await write.updateMany(line, changes)
    await write.updateMany(
      notice,
      found.flatMap(({ id, version }) => {
        const period = latest.get(id)
        return period ? [{ id, version, values: { lastDay: period.lastDay, isProvisional: period.isProvisional } }] : []
      }),
    )
  }
  return { settled: changes.length, last: rows.length < page ? undefined : rows.at(-1)?.id }
}
