import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { addMonthsTo, programmes, subjectOf } from '../../contract/index.js'
import { programmeOf } from '../application/guards.js'

const { enrolment, takeover } = programmes.records
const { account } = persons.records
type Takeover = RowOf<typeof takeover>

/** Enrols those of an old roster from their first month here, and enters the accounts that they were paid to. */
export async function takeOver(rows: readonly Takeover[], context: ModuleContext): Promise<void> {
  if (rows.length === 0) return
  await context.write.createMany(
    enrolment,
    rows.map((row) => {
      const { person, household, objectNumber, fromMonth, division } = row
      const programme = programmeOf(context, row.programme)
      const { scheme, recheckMonths } = programme
      return {
        programme: row.programme,
        person,
        household,
        objectNumber,
        subject: subjectOf(programme, { person, household, organisation: null }) ?? person,
        scheme,
        division,
        takeover: row.id,
        amount: programme.amount.by === 'decision' ? row.amount : null,
        fromMonth,
        checkBy: recheckMonths === undefined ? null : addMonthsTo(fromMonth, recheckMonths),
      }
    }),
  )
  await enterAccounts(rows, context)
}

/** An account that the register has of the person already is not entered twice. */
async function enterAccounts(rows: readonly Takeover[], { read, write }: ModuleContext): Promise<void> {
  const told = rows.flatMap(({ person, personName, bank, accountNumber }) =>
    bank === null || accountNumber === null ? [] : [{ person, holderName: personName, bank, number: accountNumber }],
  )
  if (told.length === 0) return
  const known = await read.byExact(
    account,
    'number',
    told.map(({ number }) => number),
  )
  const entered = new Set([...known].flatMap(([number, held]) => held.map(({ person }) => `${person} ${number}`)))
  const fresh = told.filter(({ person, number }) => {
    const key = `${person} ${number}`
    const isNew = !entered.has(key)
    entered.add(key)
    return isNew
  })
  if (fresh.length > 0) await write.createMany(account, fresh)
}
