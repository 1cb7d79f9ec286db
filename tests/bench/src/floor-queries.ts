/** The SQL of the floor, taken from the platform's own tables. */
export interface FloorQueries {
  readonly one: string
  readonly list: string
  readonly listValues: readonly unknown[]
  /** The tables a person and a certificate are added to, as copies of a row that is there, and the statement that notes it. */
  readonly create: { readonly person: string; readonly certificate: string; readonly audit: string }
}

/** The same reads as the platform's: one person, a page of 25 with three filters and an order, a durable write of person, certificate and audit. */
export const floorQueries: FloorQueries = {
  one: 'select * from persons_person where id = $1',
  list: `select id, version, recorded_at, recorded_by, division, county, town, name, sex, birth_date, disability_category, disability_grade, id_number, phone from persons_person
         where county = $1 and sex = $2 and disability_category = $3 and birth_date >= $4::date and birth_date <= $5::date order by birth_date, id limit 25`,
  listValues: ['990121', '1', '4', '1940-01-01', '2010-01-01'],
  create: {
    person: 'persons_person',
    certificate: 'certificates_certificate',
    audit: `insert into access_log (id, at, county, actor, actor_name, kind, record, record_id, fields) values ($1, now(), '990121', 'floor', 'floor', 'read', 'floor', $1, '{}')`,
  },
}
