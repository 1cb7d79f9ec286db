import { persons } from '../../contract/index.js'
import { pairsOf } from '../duplicates/store.js'
import type { Merging } from './merging.js'

const { duplicate } = persons.records

/**
 * Settles the pairs of likely duplicates: the pair itself is marked as merged, what was told apart from the dropped entry is apart
 * from the kept one too, and open pairs of the dropped entry go.
 */
export async function movePairs(droppedName: string, { keep, drop, context, ledger }: Merging): Promise<void> {
  const kept = new Set((await pairsOf([keep], context)).map(({ person, other }) => (person === keep ? other : person)))
  for (const pair of await pairsOf([drop], context)) {
    const third = pair.person === drop ? pair.other : pair.person
    if (third === keep)
      await ledger.change(duplicate, pair, { person: keep, other: drop, otherName: droppedName, state: 'merged' })
    else if (pair.state !== 'not-duplicate' || kept.has(third)) await ledger.remove(duplicate, pair)
    else {
      const keptName = (await context.read.one(persons.records.person, keep))?.name ?? pair.otherName
      const isKeptOlder = keep < third
      await ledger.change(duplicate, pair, {
        person: isKeptOlder ? keep : third,
        other: isKeptOlder ? third : keep,
        otherName: isKeptOlder ? await nameOf(third, pair.otherName, context) : keptName,
      })
    }
  }
}

async function nameOf(id: string, otherwise: string, { read }: Pick<Merging['context'], 'read'>): Promise<string> {
  return (await read.one(persons.records.person, id))?.name ?? otherwise
}
