import type { TestServer } from '@opendpf/testing'

type Client = Parameters<Parameters<TestServer['connect']>[1]>[0]

/** Counts the rows of every table until it is closed. */
export interface Counting {
  readonly count: () => Promise<Readonly<Record<string, number>>>
  readonly close: () => void
}

/**
 * How much there is of everything; looks that are logged apart. It keeps its connection, for which the long statement is planned once: it is
 * asked twice for each record.
 */
export const countOn =
  (open: (counting: Counting) => void) =>
  async (client: Client): Promise<void> => {
    const { rows } = await client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'access_log' order by 1`,
    )
    const text = `select ${rows.map(({ name }) => `(select count(*)::int from ${name}) as ${name}`).join(', ')}`
    await new Promise<void>((close) => {
      open({ count: async () => (await client.query({ name: 'everything', text })).rows[0], close })
    })
  }
