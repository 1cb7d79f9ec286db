import type { RecordHooks } from '@opendpf/kit/server'
import type { persons } from '../../contract/index.js'
import { clearDuplicates, storeDuplicates } from '../duplicates/store.js'
import { isComparedAnew, warnOfDuplicates } from '../duplicates/warn.js'
import { householdsOf, refreshHouseholds } from '../households/refresh.js'
import { preparePerson } from './prepare.js'

type Person = typeof persons.records.person

// what a household's marks and its head's name are made from
const looked = ['name', 'birthDate', 'isCertified', 'disabilityGrade'] as const

/** What the register does with every person that is written. */
export const personHooks: RecordHooks<Person> = {
  prepare: preparePerson,

  check: warnOfDuplicates,

  async after(changes, context) {
    const compared = changes.flatMap(({ before, row }) => (row && isComparedAnew({ before, values: row }) ? [row] : []))
    await storeDuplicates(compared, context)
    await clearDuplicates(
      changes.flatMap(({ before, row }) => (before && !row ? [before.id] : [])),
      context,
    )
    const changed = changes.flatMap(({ before, row }) =>
      before && row && looked.some((field) => before[field] !== row[field]) ? [row.id] : [],
    )
    await refreshHouseholds(await householdsOf(changed, context), context)
  },
}
