import type { RowOf } from '@opendpf/kit'
import type { JobContext, ModuleContext } from '@opendpf/kit/server'
import { certificates } from '../../contract/index.js'

const { certificate } = certificates.records
/** How many rows a transaction changes. */
export const page = 1000

/** A certificate that something is due about, by the day that it hangs on. */
export interface Due {
  readonly id: string
  readonly version: number
  readonly at: string
}

export interface DueCounts {
  readonly changed: number
  /** Certificates that contradict themselves or their holders: they wait until somebody has put them right, and keep nobody else waiting. */
  readonly refused: number
}

interface Work {
  /** The next rows after one, locked, at most a page; those that somebody else has are left for another night. */
  next(after: Pick<Due, 'at' | 'id'>, context: ModuleContext): Promise<readonly Due[]>
  readonly values: Partial<RowOf<typeof certificate>>
}

/**
 * Changes every certificate that is due, page after page: each is a transaction of its own, and a run that was stopped goes on where it
 * was, because what was changed is not due any more.
 */
export async function changeDue(job: JobContext, { next, values }: Work): Promise<DueCounts> {
  let counts: DueCounts = { changed: 0, refused: 0 }
  for (let after: Pick<Due, 'at' | 'id'> = { at: '0001-01-01', id: '' }; !job.signal.aborted; ) {
    let rows: readonly Due[] = []
    const change = (due: readonly Due[], { write }: ModuleContext) =>
      write.updateMany(
        certificate,
        due.map(({ id, version }) => ({ id, version, values })),
      )
    const found = await job
      .transaction(async (context) => {
        rows = await next(after, context)
        if (rows.length > 0) await change(rows, context)
        return { changed: rows.length, refused: 0 }
      })
      .catch((error: unknown) => {
        if (!isRefusal(error)) throw error
        return oneByOne(rows, (due) => job.transaction((context) => change([due], context)))
      })
    counts = { changed: counts.changed + found.changed, refused: counts.refused + found.refused }
    await job.progress(counts.changed, counts.changed + counts.refused)
    const last = rows.at(-1)
    if (!last || rows.length < page) break
    after = last
  }
  return counts
}

async function oneByOne(rows: readonly Due[], change: (due: Due) => Promise<unknown>): Promise<DueCounts> {
  let refused = 0
  for (const due of rows)
    await change(due).catch((error: unknown) => {
      if (!isRefusal(error)) throw error
      refused += 1
    })
  return { changed: rows.length - refused, refused }
}

/** What the write path says of rows that break a rule, apart from everything that is wrong with the machine. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 422
}
