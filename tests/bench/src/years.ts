import type { Deployment } from '@opendpf/app-server'
import pg from 'pg'

/** What a county of some years has besides its persons: earlier versions of them and needs that were met. */
export interface Years {
  readonly history: number
  readonly services: number
}

/**
 * Fills the tables behind the register as years of work would, past the write path: versions of persons and needs, spread evenly over
 * them. A folder that is used again has them already.
 */
export async function liveThroughYears({ database }: Deployment, { history, services }: Years): Promise<void> {
  const client = new pg.Client(database.connectionFor('owner'))
  await client.connect()
  try {
    const { rows } = await client.query('select count(*)::int as persons from persons_person')
    const persons = Number(rows[0].persons)
    if (!(await hasRows(client, 'persons_person_history', history)))
      await client.query(
        `insert into persons_person_history select v.*, p.recorded_at from persons_person p
         cross join generate_series(1, $1::int) n
         cross join lateral jsonb_populate_record(p, jsonb_build_object('version', 1000 + n)) v`,
        [Math.ceil(history / persons)],
      )
    if (!(await hasRows(client, 'persons_need', services)))
      await client.query(
        `insert into persons_need (id, version, recorded_at, recorded_by, division, county, town, person, kind, level, raised_on, state, met_on)
         select 'bench-' || p.id || '-' || n, 1, p.recorded_at, p.recorded_by, p.division, p.county, p.town, p.id,
                (array['rehabilitation', 'device', 'care', 'employment'])[1 + n % 4], 'ordinary', date '2024-01-01' + (n * 37 % 900), 'met', date '2024-02-01' + (n * 37 % 900)
         from persons_person p cross join generate_series(1, $1::int) n`,
        [Math.ceil(services / persons)],
      )
    await client.query('vacuum (analyze)')
  } finally {
    await client.end()
  }
}

async function hasRows(client: pg.Client, table: string, count: number): Promise<boolean> {
  const { rows } = await client.query(`select count(*)::int as count from ${table}`)
  return Number(rows[0].count) >= count
}
