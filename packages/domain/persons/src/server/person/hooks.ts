import type { RowOf } from '@opendpf/kit'
import type { RecordHooks } from '@opendpf/kit/server'
import type { persons } from '../../contract/index.js'
import { clearDuplicates, storeDuplicates } from '../duplicates/store.js'
import { isComparedAnew, warnOfDuplicates } from '../duplicates/warn.js'
import { leaveHouseholds, warnOfLeaving } from '../households/follow-moves.js'
import { householdsOf, refreshHouseholds } from '../households/refresh.js'
import { preparePerson } from './prepare.js'

type Person = typeof persons.records.person

// what a household's marks and its head's name are made from
const looked = ['name', 'birthDate', 'isCertified', 'disabilityGrade'] as const

/** What the register does with every person that is written. */
export const personHooks: RecordHooks<Person> = {
  prepare: preparePerson,

  async check(drafts, context) {
    await warnOfDuplicates(drafts, context)
    await warnOfLeaving(drafts, context)
  },

  async after(changes, context) {
    const compared = changes.flatMap(({ before, row }) =>
      row && isComparedAnew({ before, values: row }) ? [{ row, isNew: row.version === 1 }] : [],
    )
    await storeDuplicates(compared, context)
    await clearDuplicates(
      changes.flatMap(({ before, row }) => (before && !row ? [before.id] : [])),
      context,
    )
    for (const { before, row } of changes)
      if (row && isKnownDead(row) && !isKnownDead(before))
        context.write.emit('persons.person.deceased', { id: row.id }, row.county)
    await leaveHouseholds(changes, context)
    const changed = changes.flatMap(({ before, row }) =>
      before && row && looked.some((field) => before[field] !== row[field]) ? [row.id] : [],
    )
    await refreshHouseholds(await householdsOf(changed, context), context)
  },
}

/** A death counts when its day is known: without it, it is a hint that somebody has to look into. */
function isKnownDead(row: Pick<RowOf<Person>, 'isDeceased' | 'deathDate'> | undefined): boolean {
  return row?.isDeceased === true && row.deathDate !== null
}
