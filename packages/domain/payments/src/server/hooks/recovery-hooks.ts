import type { RecordHooks } from '@opendpf/kit/server'
import { formatYuan } from '@opendpf/standards'
import { payments } from '../../contract/index.js'
import { openAmounts } from '../../paying/open-amounts.js'
import { addUpOverpayments } from '../recovery/add-up-overpayments.js'

const { recovery } = payments.records

/** No more comes back than is open, and what is kept back of a line goes with that line. */
export const recoveryHooks: RecordHooks<typeof recovery> = {
  prepare({ values, action, verb, refuse }, { today }) {
    if (values.manner === 'deduction' && (verb === 'book' || verb === 'cancel' || !values.line))
      refuse('manner', 'recovery.problem.deduction')
    if (action !== 'create' || values.manner === 'deduction') return
    if (values.recoveredOn === null) refuse('recoveredOn', 'recovery.problem.day')
    else if (values.recoveredOn > today) refuse('recoveredOn', 'recovery.problem.future')
    if (values.document === null) refuse('document', 'recovery.problem.document')
    if (values.manner === 'remission' && values.reason === null) refuse('reason', 'recovery.problem.reason')
  },
  async check(drafts, { db }) {
    const made = drafts.filter(({ action }) => action === 'create')
    const open = new Map(
      (
        await openAmounts(
          made.map(({ values }) => values.overpayment),
          db,
        )
      ).map((one) => [one.id, one]),
    )
    for (const { values, refuse } of made) {
      const of = open.get(values.overpayment)
      if (!of) refuse('overpayment', 'recovery.problem.ended')
      else if (values.amount > of.open) refuse('amount', 'recovery.problem.exceeds', { open: formatYuan(of.open) })
      else open.set(of.id, { ...of, open: of.open - values.amount })
    }
  },
  after: (changes, context) =>
    addUpOverpayments([...new Set(changes.flatMap(({ row }) => (row ? [row.overpayment] : [])))], context),
}
