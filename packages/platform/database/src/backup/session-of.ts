import type { Client } from 'pg'
import type { Queryable } from '../connection/session.js'

/** A connection as those see it who only ask. */
export function sessionOf(client: Client): Queryable {
  return {
    query: async ({ text, values }) => (await client.query({ text, values: [...values] })).rows,
  }
}
