/** The SQL of the floor, taken from the platform's own tables. */
export interface FloorQueries {
  readonly one: string
  readonly list: string
  readonly listValues: readonly unknown[]
  /** Named statements that each take the new row's id. */
  readonly create: readonly (readonly [string, string])[]
}

/** The same reads as the platform's: one person, a page of 25 with three filters and an order, a durable write of person, certificate and audit. */
export const floorQueries: FloorQueries = {
  one: 'select * from persons_person where id = $1',
  list: `select id, version, recorded_at, recorded_by, division, county, town, name, sex, birth_date, disability_category, disability_grade, id_number, phone from persons_person
         where county = $1 and sex = $2 and disability_category = $3 and birth_date >= $4::date and birth_date <= $5::date order by birth_date, id limit 25`,
  listValues: ['990121', '1', '4', '1940-01-01', '2010-01-01'],
  create: [
    [
      'person',
      `insert into persons_person select (jsonb_populate_record(p, jsonb_build_object('id', $1::text, 'id_number', null, 'id_number_key', null))).* from (select * from persons_person limit 1) p`,
    ],
    [
      'certificate',
      `insert into certificates_certificate select (jsonb_populate_record(c, jsonb_build_object('id', $1::text, 'person', $1::text))).* from (select * from certificates_certificate limit 1) c`,
    ],
    [
      'audit',
      `insert into access_log (id, at, county, actor, actor_name, kind, record, record_id, fields) values ($1, now(), '990121', 'floor', 'floor', 'read', 'floor', $1, '{}')`,
    ],
  ],
}
