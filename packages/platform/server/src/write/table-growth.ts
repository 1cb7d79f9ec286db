import type { Session } from '@opendpf/database'

const firstAfter = 1000
const againAfterTimes = 4

/** Watches how many rows a transaction adds to each table. */
export interface TableGrowth {
  /** So many rows were added to a table. */
  add(table: string, rows: number): Promise<void>
}

/**
 * Lets the database learn about a table that grows much within one transaction. Until the commit nobody else counts those rows; without
 * this the planner takes a table of 100,000 new persons for an empty one and may choose any index, such as one that all of them share.
 */
export function watchGrowth(session: Session, { isDryRun }: { readonly isDryRun: boolean }): TableGrowth {
  const tables = new Map<string, { rows: number; learnAt: number }>()
  return {
    async add(table, rows) {
      // what a dry run adds is taken back, batch by batch, before it is much
      if (isDryRun || rows === 0) return
      const known = tables.get(table) ?? { rows: 0, learnAt: firstAfter }
      known.rows += rows
      tables.set(table, known)
      if (known.rows < known.learnAt) return
      const [answer] = await session.query<{ learnt: boolean }>({
        name: 'learn-table',
        text: 'select learn_table($1) as learnt',
        values: [table],
      })
      // somebody else was at it: the next rows ask again
      if (answer?.learnt) known.learnAt = known.rows * againAfterTimes
    },
  }
}
