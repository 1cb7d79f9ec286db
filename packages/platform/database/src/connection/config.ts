/** How to reach a database, as pg understands it. */
export type { PoolConfig as Connection } from 'pg'
