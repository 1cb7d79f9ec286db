import { inputFields, type RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import * as z from 'zod'
import { persons } from '../../contract/index.js'
import type { Refuser } from '../refusal.js'
import { openLedger } from './ledger.js'
import { movePairs } from './move-pairs.js'
import { moveReferences } from './move-references.js'

const { person, merge } = persons.records
type Person = RowOf<typeof person>
type Values = Readonly<Record<string, unknown>>

/** Which entry is kept, which goes, and from which each field is taken. A field left open takes what there is, the kept entry first. */
export const mergeBody = z.strictObject({
  keep: z.string().min(1).max(36),
  drop: z.string().min(1).max(36),
  fields: z.record(z.string(), z.enum(['keep', 'drop'])).default({}),
})

/** What is sealed in the merge's record, to undo it. */
export interface BeforeMerge {
  readonly kept: Values
  /** Only when the dropped entry had to give its ID number away before it went. */
  readonly dropped?: Values
}

/** Makes one entry of two; answers the id of the merge. Everything happens in the transaction of the context, or nothing. */
export async function mergePersons(
  body: z.output<typeof mergeBody>,
  context: ModuleContext,
  refuse: Refuser,
): Promise<string> {
  if (body.keep === body.drop) refuse('drop', 'merge.problem.same')
  const { read, write } = context
  const kept = (await read.one(person, body.keep)) ?? refuse('keep', 'merge.problem.pairGone')
  const dropped = (await read.one(person, body.drop)) ?? refuse('drop', 'merge.problem.pairGone')
  const chosen = choose(kept, dropped, body.fields, (field) =>
    refuse(`fields.${field}`, 'merge.problem.field', { field }),
  )
  const values = Object.fromEntries(
    Object.entries(chosen).map(([field, side]) => [field, (side === 'keep' ? kept : dropped)[field as keyof Person]]),
  )

  const givesNumber = dropped.idNumber !== null && values.idNumber === dropped.idNumber
  // no two rows hold one number, not even for a moment
  if (givesNumber)
    await write.update(person, {
      id: dropped.id,
      version: dropped.version,
      values: { idNumber: null, idType: 'household-book' },
    })
  await write.update(person, { id: kept.id, version: kept.version, values })

  const ledger = openLedger(context)
  const merging = { keep: kept.id, drop: dropped.id, context, ledger }
  await movePairs(dropped.name, merging)
  await moveReferences(merging)
  const last = (await read.one(person, dropped.id)) ?? refuse('drop', 'merge.problem.pairGone')
  await write.remove(person, { id: last.id, version: last.version })

  const before: BeforeMerge = { kept: pick(kept), ...(givesNumber ? { dropped: pick(dropped) } : {}) }
  const moved = await ledger.close()
  const now = await read.one(person, kept.id)
  const record = await write.create(merge, {
    kept: kept.id,
    dropped: dropped.id,
    chosen,
    moved,
    before: JSON.stringify(before),
    keptVersion: now?.version ?? 0,
    mergedOn: context.today,
    state: 'done',
  })
  write.emit('persons.person.merged', { id: kept.id, dropped: dropped.id, merge: record.id })
  return record.id
}

/** From which entry each field comes. */
function choose(
  kept: Person,
  dropped: Person,
  wanted: Readonly<Record<string, 'keep' | 'drop'>>,
  refuseField: (field: string) => never,
): Readonly<Record<string, 'keep' | 'drop'>> {
  const fields = inputFields(person)
  for (const field of Object.keys(wanted)) if (!fields.includes(field)) refuseField(field)
  return Object.fromEntries(
    fields.map((field) => {
      const isGap = kept[field as keyof Person] === null && dropped[field as keyof Person] !== null
      return [field, wanted[field] ?? (isGap ? 'drop' : 'keep')]
    }),
  )
}

function pick(row: Person): Values {
  return Object.fromEntries(inputFields(person).map((field) => [field, row[field as keyof Person]]))
}
