import type { Guard } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { formatYuan } from '@opendpf/standards'
import { payments } from '../contract/index.js'
import { isSameAccount } from '../paying/accounts.js'
import { coverOf } from './batch/cover-of.js'
import { openReturns } from './batch/open-returns.js'
import { countChanged } from './batch/read-accounts.js'

const { line, recovery } = payments.records
type Records = typeof payments.records

/** What must hold before the steps of a batch. */
export const guards = {
  /** Every line has an account that may be paid to, and it is still the one that was looked up. */
  'batch.allPayable': async (context, { id, lines, problems }) => {
    const changed = await countChanged(id, context)
    if (lines > 0 && problems === 0 && changed === 0) return true
    return { problems, changed }
  },
  /** Budget line, fund and quota have room for it. */
  'batch.isCovered': async (context, row) => {
    const { left, balance, persons } = await coverOf(row, context)
    const isWithin = row.quota === null || persons <= row.quota
    if (row.amount <= left && row.amount <= balance && isWithin) return true
    return {
      amount: formatYuan(row.amount),
      left: formatYuan(left),
      balance: formatYuan(balance),
      persons,
      quota: row.quota ?? '—',
    }
  },
  'batch.nothingPending': async ({ read }, { id }) => {
    const pending = await read.count(line, { batch: id, state: 'pending' })
    return pending === 0 || { pending }
  },
  /** Each line that came back is paid anew by a batch that was approved, or no longer due. */
  'batch.returnsSettled': async (context, { id }) => {
    const returned = await openReturns(id, context)
    return returned === 0 || { returned }
  },
} satisfies Readonly<Record<string, Guard<Records['batch']>>>

/** What must hold before the steps of other records. */
export const otherGuards = {
  'overpayment.nothingRecovered': async ({ read }, { id }) => {
    const parts = await read.count(recovery, { overpayment: id, state: ['planned', 'booked'] })
    return parts === 0 || { parts }
  },
  'accountException.sameAccount': async ({ read }, exception) =>
    isSameAccount(exception, await read.one(persons.records.account, exception.account)) || {},
} satisfies {
  readonly 'accountException.sameAccount': Guard<Records['accountException']>
  readonly 'overpayment.nothingRecovered': Guard<Records['overpayment']>
}
