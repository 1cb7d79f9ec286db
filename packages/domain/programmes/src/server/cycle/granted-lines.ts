import type { ModuleContext } from '@opendpf/kit/server'
import type { LineToPay } from '@opendpf/payments/paying'
import { type RawBuilder, sql } from 'kysely'
import type { NamedProgramme } from '../../contract/index.js'
import { programmeOf } from '../application/guards.js'
import { numberKey } from '../object-number.js'
import { isPaidAlready } from './kept-money.js'
import type { Cycle } from './lock-cycle.js'

type Context = Pick<ModuleContext, 'db' | 'registry'>

interface Granted {
  readonly id: string
  readonly division: string
  readonly personName: string
  readonly person: string
  readonly enrolment: string
  readonly beneficiary: string | null
  readonly month: string
  readonly amount: string
  readonly reason: string
}

/** What a cycle grants and is still to be paid. */
const dueOf = (cycle: string): RawBuilder<unknown> => sql`
  from programmes_entitlement t join programmes_enrolment e on e.id = t.enrolment where t.cycle = ${cycle}
    and (e.last_month is null or t.month <= e.last_month)
    -- what somebody was paid already by the expenditure that was kept for it is not paid again
    and not ${sql.raw(isPaidAlready)}`

/** Whether a cycle has anything to hand over. */
export async function hasLines({ id }: Cycle, { db }: Context): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (select ${dueOf(id)}) as found`.execute(db)
  return rows[0]?.found === true
}

/** The lines of a cycle by place and name, chunk by chunk: not more than one of them is in memory. */
export async function* linesOf(
  { id, programme, month }: Cycle,
  context: Context,
  chunk = 5000,
): AsyncGenerator<readonly LineToPay[]> {
  const beneficiary = beneficiaryIn(programmeOf(context, programme))
  let after: Pick<Granted, 'division' | 'personName' | 'month' | 'id'> | undefined
  for (;;) {
    const behind: RawBuilder<unknown> = after
      ? sql`and (t.division, t.person_name, t.month, t.id) > (${after.division}, ${after.personName}, ${after.month}, ${after.id})`
      : sql``
    const { rows } = await sql<Granted>`
      select t.id, t.division, t.person_name as "personName", t.person, t.enrolment, t.month, t.amount::text as amount, t.reason,
        ${beneficiary} as beneficiary
      ${dueOf(id)} ${behind} order by t.division, t.person_name, t.month, t.id limit ${chunk}`.execute(context.db)
    if (rows.length > 0) yield rows.map((granted) => lineOf(granted, month))
    after = rows.at(-1)
    if (rows.length < chunk) return
  }
}

function lineOf({ person, enrolment, beneficiary, reason, amount, month: of }: Granted, month: string): LineToPay {
  const payment = { person, enrolment, beneficiary, reason, amount: Number(amount) }
  return of === month ? { ...payment, kind: 'regular' } : { ...payment, kind: 'arrears', month: of }
}

/** What is paid once for a month where that is not the person: the household, or a vehicle or student by the number that a county knows it by. */
function beneficiaryIn({ beneficiary }: Pick<NamedProgramme, 'beneficiary'>): RawBuilder<string | null> {
  switch (beneficiary) {
    case 'household':
      return sql`e.household`
    case 'organisation':
      return sql`e.organisation`
    case 'vehicle':
    case 'student':
      return sql`e.county || ' ' || ${numberKey(sql`e.object_number`)}`
    default:
      return sql`null::text`
  }
}
