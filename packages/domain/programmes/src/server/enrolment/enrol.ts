import type { ModuleContext } from '@opendpf/kit/server'
import { addMonthsTo, type NamedProgramme, programmes, subjectOf } from '../../contract/index.js'
import type { ApplicationChange } from '../application/follow.js'
import { programmeOf } from '../application/guards.js'

const { enrolment } = programmes.records

/**
 * Enrols whoever was granted something, from the month that the decision says, where the application lies, and tells it: a line that does
 * more for him than pay begins with that.
 */
export async function enrol(changes: readonly ApplicationChange[], context: ModuleContext): Promise<void> {
  const granted = changes.flatMap(({ before, row }) =>
    row?.state === 'approved' && before?.state !== 'approved' && row.startMonth !== null ? [row] : [],
  )
  if (granted.length === 0) return
  const enrolled = await context.write.createMany(
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
        lastMonth: lastMonthOf(programme, fromMonth),
        checkBy: recheckMonths === undefined ? null : addMonthsTo(fromMonth, recheckMonths),
      }
    }),
  )
  for (const { id, county } of enrolled) context.write.emit('programmes.enrolment.began', { id }, county)
}

/** The month with which a grant ends by itself: what an institution is paid for lasts for the calendar year. */
function lastMonthOf({ cycle, payment }: NamedProgramme, fromMonth: string): string | null {
  if (payment === 'institution') return `${fromMonth.slice(0, 4)}-12`
  return cycle === 'once' ? fromMonth : null
}
