import { sql } from 'kysely'

/**
 * Who an attendance `t` names, as one text; null of a head count. Somebody from outside is known by name and phone, so that two of one name
 * without a phone are one.
 */
export const who = sql.raw(`coalesce(t.person, t.outsider_name || ' ' || coalesce(t.outsider_phone_key, ''))`)
