import type { Session } from '@opendpf/database'
import type { StoredChange } from '../write/write-session.js'

/** Rows that leave a county within a transaction. Their audit entries are in the chain of the county that they come to. */
export interface Departures {
  note(changes: readonly StoredChange[]): void
  /** Counts them where they left, in a fixed order, so that two transactions never wait for each other crosswise. */
  write(session: Session): void
}

/** Starts the list of a transaction. */
export function createDepartures(): Departures {
  const left = new Map<string, { readonly county: string; readonly record: string }>()
  return {
    note(changes) {
      for (const { record, before, row } of changes) {
        const county = before?.county
        if (!county || !row || row.county === county) continue
        left.set(`${county} ${record.ref}`, { county, record: record.ref })
      }
    },
    write(session) {
      for (const key of [...left.keys()].toSorted())
        session.send({
          name: 'record-departure',
          text: `insert into record_departure (county, record, count) values ($1, $2, 1)
            on conflict (county, record) do update set count = record_departure.count + 1`,
          values: [left.get(key)?.county, left.get(key)?.record],
        })
    },
  }
}
