import { expect, it } from 'vitest'
import { isSumOver } from './sum-over.js'

it.each([
  'select v.id as row, v.division from visit v join patient p on p.id = v.patient',
  'select "v"."id" as "row" from "visit" as "v" where "v"."state" = $1',
  '(select "v"."id" from ((select * from "visit")) as "v")',
  "select row, v.* from (select v.id as row, kind from visit v) as v where kind = 'home'",
  'select v.id from (a left join b on b.id = a.b) x join visit v on v.a = x.id',
  'select v.id from patient p inner join visit v on v.patient = p.id left join place l on l.id = v.place',
  "select v.id, coalesce(v.category, '(max') as category from visit v where exists (select from plan l where l.of = v.id)",
  'select v.id, (select max(l.day) from plan l where l.of = v.id) as value from visit v',
  'select v.id from visit v join visit_kind k on k.id = v.kind order by v.id',
])('puts together what it answers for each row alone: %s', (text) => {
  expect(isSumOver(text, 'visit')).toBe(true)
})

it.each([
  ['named twice', 'select v.id from visit v where not exists (select from visit w where w.patient = v.patient)'],
  ['named nowhere', 'select p.id from patient p join visit_kind k on true'],
  ['as it was', 'select v.id from visit v join visit_history h on h.id = v.id'],
  ['made distinct', 'select distinct on (v.patient) v.id from visit v'],
  ['grouped', 'select v.patient as unit, max(v.id) as row from visit v group by v.patient'],
  ['put into one', 'select max(v.id) as row from visit v'],
  ['put in a row', 'select v.id, row_number() over (order by v.id) as value from visit v'],
  ['cut off', 'select v.id from visit v order by v.held_on limit 1'],
  ['cut off within', 'select v.id from (select * from visit order by held_on limit 1) v'],
  ['in a condition', 'select p.id from patient p where exists (select from visit v where v.patient = p.id)'],
  ['in a list', 'select p.id from patient p where p.id not in (select patient from visit)'],
  ['a value', 'select p.id, (select v.id from visit v where v.patient = p.id) as value from patient p'],
  ['outside', 'select p.id from patient p left join visit v on v.patient = p.id'],
  ['outside, at length', 'select p.id from patient p left outer join visit v on v.patient = p.id'],
  ['outside, in brackets', 'select p.id from patient p left join (select * from visit) v on v.patient = p.id'],
  ['outside on the other side', 'select p.id from visit v right join patient p on p.id = v.patient'],
  ['one of two lists', 'select id from visit union all select id from patient'],
  ['put aside', 'with v as (select * from visit) select a.id from v a join v b on b.id <> a.id'],
  ['read by commas', 'select v.id from patient p, visit v where p.id = v.patient'],
  ['beside a remark', 'select v.id -- (\nfrom visit v'],
])('is not where the table is %s', (_, text) => {
  expect(isSumOver(text, 'visit')).toBe(false)
})
