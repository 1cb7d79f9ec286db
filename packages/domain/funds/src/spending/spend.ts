import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { funds } from '../contract/index.js'

const { expenditure } = funds.records
type Context = Pick<ModuleContext, 'read' | 'write'>

/** What a programme asks a budget line to keep for somebody. */
export interface Reservation {
  readonly budgetLine: string
  /** Who gets it, by the kind of the recipient. */
  readonly recipient:
    | { readonly person: string }
    | { readonly household: string }
    | { readonly organisation: string }
    | 'payees'
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
  const [named, recipientKind] = recipient === 'payees' ? [{}, recipient] : [recipient, Object.keys(recipient)[0]]
  const { id } = await write.create(expenditure, {
    budgetLine,
    recipientKind,
    ...named,
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

/**
 * Gives back whatever is still reserved for a case.
 *
 * @returns whether something was paid for it before
 */
export async function releaseFor(
  context: Context,
  { record, id }: Reservation['subject'],
  releaseReason: string,
): Promise<boolean> {
  const kept = await context.read.many(expenditure, { subjectRecord: record, subject: id })
  await context.write.transitionMany(
    expenditure,
    'release',
    kept
      .filter(({ state }) => state === 'reserved')
      .map(({ id: one, version }) => ({ id: one, version, values: { releaseReason } })),
  )
  return kept.some(({ state }) => state === 'paid')
}

/** What became of a part of what was reserved for payees, in fen; what is neither paid nor released stays reserved. */
export interface Settlement {
  readonly paid: number
  readonly released: number
  readonly paidOn: string
  readonly voucher: string
  readonly releaseReason: string
}

/**
 * Says what became of payees whose money was reserved together. The reservation is split: each part is an expenditure of its own, and the
 * parts are what was reserved. The module that keeps the list answers for who may say so.
 */
export async function settle(context: Context, id: string, settlement: Settlement): Promise<void> {
  const { write } = context
  const { paid, released, paidOn, voucher, releaseReason } = settlement
  const whole = await reserved(context, id)
  const rest = whole.amount - paid - released
  if (paid < 0 || released < 0 || rest < 0) throw new Error('more was settled than was reserved')
  const steps = [
    { amount: paid, verb: 'settle', values: { paidOn, voucher } },
    { amount: released, verb: 'release', values: { releaseReason } },
  ].filter(({ amount }) => amount > 0)
  const [first, ...others] = rest > 0 ? [{ amount: rest }, ...steps] : steps
  if (!first) return
  // made smaller before the others are made: the line has room for them then
  const kept = await write.update(expenditure, { id, version: whole.version, values: { amount: first.amount } })
  if ('verb' in first)
    await write.transition(expenditure, { id, version: kept.version, verb: first.verb, values: first.values })
  const { budgetLine, recipientKind, purpose, subjectRecord, subject } = whole
  for (const step of others) {
    if (!('verb' in step)) continue
    const { amount, verb, values } = step
    const part = await write.create(expenditure, {
      budgetLine,
      recipientKind,
      purpose,
      subjectRecord,
      subject,
      amount,
    })
    await write.transition(expenditure, { id: part.id, version: part.version, verb, values })
  }
}

async function reserved({ read }: Context, id: string): Promise<RowOf<typeof expenditure>> {
  const row = await read.one(expenditure, id)
  if (!row) throw new Error('no expenditure has this id')
  return row
}
