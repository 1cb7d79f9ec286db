import type { ModuleContext } from '@opendpf/kit/server'
import { payments } from '../contract/index.js'
import { instalmentsOf } from './open-amounts.js'

const { recovery } = payments.records

/** At least so much of a line is paid out, in fen: a bank takes no line of nothing. */
const leastPaid = 100

/** A part of an overpayment that is kept back of a line. */
export interface Deduction {
  readonly overpayment: string
  readonly amount: number
}

/**
 * What is kept back of new lines because their payees were paid too much of the same programme: an instalment of each overpayment a month, the
 * oldest first, and never all of a line. Of several lines of a person the first
 * bears it. Arrears are paid as they are.
 */
export async function deductionsFor(
  lines: readonly { readonly person: string; readonly kind: string; readonly amount: number }[],
  programme: string,
  { db }: Pick<ModuleContext, 'db'>,
): Promise<ReadonlyMap<string, readonly Deduction[]>> {
  const regular = new Map<string, number>()
  for (const { person, kind, amount } of lines)
    if (kind === 'regular' && !regular.has(person)) regular.set(person, amount)
  const owed = await instalmentsOf([...regular.keys()], programme, db)
  const found = new Map<string, Deduction[]>()
  for (const { id, person, instalment, open } of owed) {
    const known = found.get(person) ?? []
    const rest = (regular.get(person) ?? 0) - leastPaid - sumOf(known)
    const amount = Math.min(instalment ?? 0, open, rest)
    if (amount > 0) found.set(person, [...known, { overpayment: id, amount }])
  }
  return found
}

/** Plans what is kept back, once the lines are there. */
export async function planDeductions(
  lines: readonly { readonly id: string; readonly person: string; readonly deduction: number }[],
  deductions: ReadonlyMap<string, readonly Deduction[]>,
  { write }: ModuleContext,
): Promise<void> {
  const planned = lines.flatMap(({ id, person, deduction }) =>
    deduction === 0 ? [] : (deductions.get(person) ?? []).map((one) => ({ ...one, manner: 'deduction', line: id })),
  )
  if (planned.length > 0) await write.createMany(recovery, planned)
}

/** The sum of what is kept back, in fen. */
export function sumOf(deductions: readonly Deduction[] = []): number {
  return deductions.reduce((sum, { amount }) => sum + amount, 0)
}
