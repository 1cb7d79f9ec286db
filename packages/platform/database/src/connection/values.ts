import type { CustomTypesConfig } from 'pg'
import { types } from 'pg'

const { builtins } = types

/** A timestamp as PostgreSQL writes it, `2026-11-24 08:00:00.123+00`, as an ISO instant. */
const instantOf = (text: string): string => new Date(text).toISOString()

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.DATE, (text) => text],
  [builtins.TIMESTAMPTZ, instantOf],
  // amounts are fen and counts are counts: both stay below 2^53, which the columns' checks guarantee
  [builtins.INT8, Number],
])

/**
 * How values come out of the database: business dates and instants as ISO strings, never as `Date`, whose time zone would be that of
 * the machine; whole numbers as numbers.
 */
export const valueTypes: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? types.getTypeParser(oid, format)) as CustomTypesConfig['getTypeParser'],
}
