import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { type MemberLine, type NamedProgramme, programmes } from '../../contract/index.js'
import { programmeOf } from '../application/guards.js'
import { batchSize, type Cycle } from './lock-cycle.js'

const { entitlement } = programmes.records

interface Paid {
  readonly id: string
  readonly enrolment: string
  readonly person: string
  readonly division: string
  readonly lines: readonly MemberLine[]
}

/**
 * Writes the entitlements of one batch of members behind a member's id, each line with its standard, the version of the rules and its reason.
 * Answers the last id, or undefined when there was nobody left. Members that were frozen before an interruption are passed over.
 */
export async function freezeBatch(row: Cycle, after: string, context: ModuleContext): Promise<string | undefined> {
  const { rows } = await sql<Paid>`
    select m.id, m.enrolment, m.person, m.division, m.lines from programmes_member m
    where m.cycle = ${row.id} and m.standing = 'pays' and m.id > ${after}
      and not exists (select from programmes_entitlement t where t.enrolment = m.enrolment and t.cycle = m.cycle)
    order by m.id limit ${batchSize}`.execute(context.db)
  const programme = programmeOf(context, row.programme)
  const entitlements = rows.flatMap(({ enrolment, person, division, lines }) =>
    lines.map((line) => ({
      cycle: row.id,
      enrolment,
      programme: row.programme,
      person,
      division,
      period: line.period,
      month: line.month,
      kind: kindOf(line, programme, row.month),
      amount: line.amount,
      standard: line.standard,
      ruleVersion: row.ruleVersion ?? '',
      reason: reasonOf(line, programme),
    })),
  )
  if (entitlements.length > 0) await context.write.createMany(entitlement, entitlements)
  return rows.at(-1)?.id
}

/** What is for the cycle's own month or year is regular, as is what is paid once; the rest is arrears. */
function kindOf({ period }: MemberLine, { cycle }: NamedProgramme, month: string): 'regular' | 'arrears' {
  if (cycle === 'once') return 'regular'
  return period === month.slice(0, period.length) ? 'regular' : 'arrears'
}

function reasonOf({ period, standard, month }: MemberLine, { title, cycle }: NamedProgramme): string {
  const of = cycle === 'once' ? month : period
  const by = standard === null ? '审批核定' : `标准 ${(standard / 100).toFixed(2)} 元`
  return `${title['zh-CN']}，${of}，${by}`
}
