import * as z from 'zod'

const largest = 1_000_000_000_000

/** A number in a plan's unit, not below 0 and with at most four decimals: whole for people and things, fen for money, 98.5 for a rate. */
export const amountSchema = z
  .number()
  .min(0)
  .max(largest)
  .refine((value) => Math.abs(value * 10_000 - Math.round(value * 10_000)) < 1e-3)

/** Adds amounts without the dust that decimals leave. */
export function addAmounts(amounts: readonly number[]): number {
  return Math.round(amounts.reduce((sum, amount) => sum + amount, 0) * 10_000) / 10_000
}
