import type { ModuleContext } from '@opendpf/kit/server'
import { programmes } from '../../contract/index.js'
import { programmeOf } from '../application/guards.js'
import { type Found, findDifferences } from './find-differences.js'
import { batchSize, type Cycle } from './lock-cycle.js'

const { difference } = programmes.records

/**
 * Writes down what the register says of those who receive. What somebody decided in this cycle stays decided, and is not asked again; what is no
 * longer found and nobody has decided is gone.
 */
export async function noteDifferences(row: Cycle, context: ModuleContext): Promise<void> {
  const found = await findDifferences(context, row, programmeOf(context, row.programme))
  const known = await context.read.many(difference, { cycle: row.id })
  const keyOf = ({ enrolment, kind }: Pick<Found, 'enrolment' | 'kind'>) => `${enrolment} ${kind}`
  const noted = new Set(known.map(keyOf))
  await addDifferences(
    row,
    found.filter((one) => !noted.has(keyOf(one))),
    context,
  )
  const still = new Set(found.map(keyOf))
  const gone = known.filter((one) => one.state === 'open' && one.kind !== 'no-standard' && !still.has(keyOf(one)))
  if (gone.length > 0)
    await context.write.transitionMany(
      difference,
      'vanish',
      gone.map(({ id, version }) => ({ id, version, values: {} })),
    )
}

/** Adds differences to a cycle, many at once. */
export async function addDifferences(
  { id }: Pick<Cycle, 'id'>,
  found: readonly Found[],
  { write }: Pick<ModuleContext, 'write'>,
): Promise<void> {
  for (let at = 0; at < found.length; at += batchSize)
    await write.createMany(
      difference,
      found
        .slice(at, at + batchSize)
        .map(({ enrolment, person, division, kind }) => ({ cycle: id, enrolment, person, division, kind })),
    )
}
