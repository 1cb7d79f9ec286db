import type { TestServer } from '@opendpf/testing'
import { serviceKinds } from './care.js'

/** 18 towns of 15 villages each. */
const division = (of: string) =>
  `'990121' || lpad((100 + ${of} % 18)::text, 3, '0') || lpad((201 + ${of} / 18 % 15)::text, 3, '0')`

/**
 * Fills the register and its services past the application, for there are too many: over three years, recorded on their days, every tenth
 * with an earlier version.
 */
export async function fill(server: TestServer, persons: number, services: number): Promise<void> {
  await server.connect('owner', async (client) => {
    const town = (of: string) => `left(${division(of)}, 9)`
    const system = `1, '2024-01-01'::timestamptz, 'bench'`
    await client.query(`insert into bench_client (id, version, recorded_at, recorded_by, division, county, town, name, sex, since)
      select 'c' || i, ${system}, ${division('i')}, '990121', ${town('i')}, '张' || i, (1 + i % 2)::text, '2023-01-01'::date + i % 900
      from generate_series(1, ${persons}) i`)
    for (const [number, kind] of serviceKinds.entries()) {
      const each = Math.floor(services / serviceKinds.length)
      const columns = 'id, version, recorded_at, recorded_by, division, county, town, client, place, held_on, minutes'
      const values = (
        place: string,
      ) => `${division('i')}, '990121', ${town('i')}, 'c' || (1 + (i::bigint * 7919 + ${number}) % ${persons}),
        ${place}, '2024-01-01'::date + i % 1060, 10 + i % 80`
      const place = `(array['home', 'centre', 'village'])[1 + i % 3]`
      await client.query(`insert into bench_${kind} (${columns})
        select 's' || i, case when i % 10 = 0 then 2 else 1 end, '2024-01-01'::timestamptz + (i % 1060) * interval '1 day', 'bench', ${values(place)}
        from generate_series(1, ${each}) i`)
      await client.query(`insert into bench_${kind}_history (${columns}, superseded_at)
        select 's' || i, 1, '2024-01-01'::timestamptz + (i % 530) * interval '1 day', 'bench', ${values(`'home'`)},
          '2024-01-01'::timestamptz + (i % 1060) * interval '1 day' from generate_series(10, ${each}, 10) i`)
    }
    for (const table of ['client', ...serviceKinds.flatMap((kind) => [kind, `${kind}_history`])])
      await client.query(`vacuum analyze bench_${table}`)
  })
}
