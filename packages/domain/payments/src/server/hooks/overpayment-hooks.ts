import type { RecordHooks } from '@opendpf/kit/server'
import { formatYuan } from '@opendpf/standards'
import { sql } from 'kysely'
import { payments } from '../../contract/index.js'

const { overpayment } = payments.records

interface Found {
  readonly place: number
  readonly paid: string
  readonly overlaps: boolean
}

/** No more is asked back than was paid, and no month twice. */
export const overpaymentHooks: RecordHooks<typeof overpayment> = {
  prepare({ values, before, refuse }, { today }) {
    values.recovered ??= 0
    values.remitted ??= 0
    if (values.untilMonth < values.fromMonth) refuse('untilMonth', 'overpayment.problem.period')
    if (values.foundOn > today) refuse('foundOn', 'overpayment.problem.future')
    if (!before) return
    if (before.state !== 'outstanding' && values.instalment !== before.instalment)
      refuse('instalment', 'overpayment.problem.ended')
    // a merge of two entries moves the person; everything else is another overpayment
    for (const field of ['person', 'programme', 'beneficiary', 'fromMonth', 'untilMonth', 'amount'] as const)
      if (before[field] !== values[field] && field !== 'person') refuse(field, 'overpayment.problem.changed')
  },
  async check(drafts, { db }) {
    const made = drafts.filter(({ action }) => action === 'create')
    if (made.length === 0) return
    const people = [...new Set(made.map(({ values }) => values.person))]
    // two that are entered at once would each find that the other is not there
    await sql`select id from persons_person where id = any(${people}::text[]) order by id for update`.execute(db)
    const asked = made.map(({ values: { person, programme, beneficiary, fromMonth, untilMonth } }, place) => ({
      place,
      person,
      programme,
      beneficiary,
      from: fromMonth,
      until: untilMonth,
    }))
    const { rows } = await sql<Found>`
      select a.place,
        (select coalesce(sum(l.amount), 0)::text from payments_line l where l.person = a.person and l.programme = a.programme
          and (a.beneficiary is null or l.beneficiary = a.beneficiary)
          and l.month between a.from and a.until and l.state = 'paid') as paid,
        exists (select from payments_overpayment o where o.person = a.person and o.programme = a.programme
          and (a.beneficiary is null or o.beneficiary is null or o.beneficiary = a.beneficiary)
          and o.state <> 'cancelled' and o.from_month <= a.until and o.until_month >= a.from) as overlaps
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        as a (place int, person text, programme text, beneficiary text, "from" text, "until" text) order by a.place`.execute(
      db,
    )
    const taken = new Set<string>()
    for (const { place, paid, overlaps } of rows) {
      const draft = made[place]
      if (!draft) continue
      const { values, refuse } = draft
      values.overpaid = Number(paid)
      const key = `${values.person} ${values.programme}`
      if (overlaps || taken.has(key)) refuse('fromMonth', 'overpayment.problem.overlap')
      taken.add(key)
      if (values.amount > values.overpaid)
        refuse('amount', 'overpayment.problem.exceeds', { overpaid: formatYuan(values.overpaid) })
    }
  },
}
