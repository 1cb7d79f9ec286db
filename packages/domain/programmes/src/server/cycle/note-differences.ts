import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
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
  const known = await knownDifferences(context, row.id)
  const noted = new Set(known.map(keyOf))
  await addDifferences(
    row,
    found.filter((one) => !noted.has(keyOf(one))),
    context,
  )
  const still = new Set(found.map(keyOf))
  const gone = known.filter((one) => one.state === 'open' && one.kind !== 'no-standard' && !still.has(keyOf(one)))
  for (let at = 0; at < gone.length; at += batchSize)
    await context.write.transitionMany(
      difference,
      'vanish',
      gone.slice(at, at + batchSize).map(({ id, version }) => ({ id, version, values: {} })),
    )
}

interface Known extends Pick<Found, 'enrolment' | 'kind'> {
  readonly id: string
  readonly version: number
  readonly state: string
}

/** What tells a difference apart from the others of its cycle. */
export const keyOf = ({ enrolment, kind }: Pick<Found, 'enrolment' | 'kind'>): string => `${enrolment} ${kind}`

/** Every difference of a cycle, however many, without their words. */
export async function knownDifferences({ db }: Pick<ModuleContext, 'db'>, cycle: string): Promise<readonly Known[]> {
  const { rows } = await sql<Known>`
    select id, version, state, enrolment, kind from programmes_difference where cycle = ${cycle} order by id`.execute(
    db,
  )
  return rows
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
