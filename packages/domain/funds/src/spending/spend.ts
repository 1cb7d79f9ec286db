import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { funds } from '../contract/index.js'

const { expenditure } = funds.records
type Context = Pick<ModuleContext, 'read' | 'write'>

/** What a programme asks a budget line to keep for somebody. */
export interface Reservation {
  readonly budgetLine: string
  /** Who gets it, by the kind of the recipient. */
  readonly recipient: { readonly person: string } | { readonly household: string } | { readonly organisation: string }
  /** In fen. */
  readonly amount: number
  readonly purpose: string
  /** `<module>.<record>` and id of the case that it is paid for. */
  readonly subject: { readonly record: string; readonly id: string }
}

/**
 * Keeps money of a budget line for a case, before the case is approved. In the caller's transaction: when the line has too little left, the
 * whole of it is refused.
 *
 * @throws OpenDpfError `invalid-input` when the line has less left than is asked for
 */
export async function reserve({ write }: Context, asked: Reservation): Promise<string> {
  const { budgetLine, recipient, amount, purpose, subject } = asked
  const [recipientKind] = Object.keys(recipient)
  const { id } = await write.create(expenditure, {
    budgetLine,
    recipientKind,
    ...recipient,
    amount,
    purpose,
    subjectRecord: subject.record,
    subject: subject.id,
  })
  return id
}

/** Says that what was reserved was paid. */
export async function commit(
  context: Context,
  id: string,
  paid: { readonly paidOn: string; readonly voucher: string },
): Promise<void> {
  const { version } = await reserved(context, id)
  await context.write.transition(expenditure, { id, version, verb: 'pay', values: paid })
}

/** Gives what was reserved back to its budget line. */
export async function release(context: Context, id: string, releaseReason: string): Promise<void> {
  const { version } = await reserved(context, id)
  await context.write.transition(expenditure, { id, version, verb: 'release', values: { releaseReason } })
}

async function reserved({ read }: Context, id: string): Promise<RowOf<typeof expenditure>> {
  const row = await read.one(expenditure, id)
  if (!row) throw new Error('no expenditure has this id')
  return row
}
