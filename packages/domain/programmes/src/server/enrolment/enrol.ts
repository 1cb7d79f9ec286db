import type { ModuleContext } from '@opendpf/kit/server'
import { addMonthsTo, programmes } from '../../contract/index.js'
import type { ApplicationChange } from '../application/follow.js'
import { programmeOf } from '../application/guards.js'
import { subjectOf } from '../application/keep-explanation.js'

const { enrolment } = programmes.records

/** Enrols whoever was granted something, from the month that the decision says, where the application lies. */
export async function enrol(changes: readonly ApplicationChange[], context: ModuleContext): Promise<void> {
  const granted = changes.flatMap(({ before, row }) =>
    row?.state === 'approved' && before?.state !== 'approved' && row.startMonth !== null ? [row] : [],
  )
  if (granted.length === 0) return
  await context.write.createMany(
    enrolment,
    granted.map((row) => {
      const programme = programmeOf(context, row.programme)
      const fromMonth = row.startMonth ?? ''
      const { recheckMonths } = programme
      return {
        programme: row.programme,
        person: row.person,
        household: row.household,
        organisation: row.organisation,
        objectNumber: row.objectNumber,
        subject: subjectOf(programme, row) ?? row.person,
        scheme: programme.scheme,
        division: row.division,
        application: row.id,
        amount: programme.amount.by === 'decision' ? row.amount : null,
        fromMonth,
        lastMonth: programme.cycle === 'once' ? fromMonth : null,
        checkBy: recheckMonths === undefined ? null : addMonthsTo(fromMonth, recheckMonths),
      }
    }),
  )
}
