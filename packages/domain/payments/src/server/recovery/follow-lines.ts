import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { payments } from '../../contract/index.js'

const { line, recovery } = payments.records
type Line = RowOf<typeof line>

/** What is kept back of lines counts when they are paid, and is open again when they are not. */
export async function followLines(lines: readonly Line[], context: ModuleContext): Promise<void> {
  const moved = lines.filter(({ deduction }) => deduction > 0)
  await stepOf(
    'deduct',
    moved.filter(({ state }) => state === 'paid'),
    context,
  )
  // a line that was to take the place of another gives it back what is kept
  const dropped = moved.filter(({ state }) => state === 'dropped')
  await moveRecoveries(
    dropped.flatMap(({ id, replaces }) => (replaces === null ? [] : [[id, replaces] as const])),
    context,
  )
  await stepOf(
    'release',
    dropped.filter(({ replaces }) => replaces === null),
    context,
  )
}

async function stepOf(verb: 'deduct' | 'release', lines: readonly Line[], { read, write, today }: ModuleContext) {
  if (lines.length === 0) return
  const planned = await read.many(
    recovery,
    { line: lines.map(({ id }) => id), state: 'planned' },
    { limit: lines.length * 10 },
  )
  await write.transitionMany(
    recovery,
    verb,
    planned.map(({ id, version }) => ({ id, version, values: verb === 'deduct' ? { recoveredOn: today } : {} })),
  )
}

/** Hands what is kept back of one line over to another that takes its place; pairs of ids. */
export async function moveRecoveries(
  pairs: readonly (readonly [from: string, to: string])[],
  { read, write }: ModuleContext,
): Promise<void> {
  if (pairs.length === 0) return
  const targets = new Map(pairs)
  const planned = await read.many(
    recovery,
    { line: [...targets.keys()], state: 'planned' },
    { limit: pairs.length * 10 },
  )
  await write.updateMany(
    recovery,
    planned.map(({ id, version, line: from }) => ({ id, version, values: { line: targets.get(from ?? '') ?? null } })),
  )
}
