import { type RawBuilder, sql } from 'kysely'

/** A frame number or a student's number as it is compared: however it was written, it is one vehicle, or one student. */
export function numberKey(column: RawBuilder<string | null>): RawBuilder<string | null> {
  return sql`upper(regexp_replace(${column}, '[\\s·-]', '', 'g'))`
}
