import type { RecordHooks } from '@opendpf/kit/server'
import { organisations } from '../contract/index.js'

const { organisation } = organisations.records

// deeper than any network of organisations; stops at a circle that is there already
const deepest = 20

/** An organisation hangs under another and never, at whatever depth, under itself. */
export const organisationHooks: RecordHooks<typeof organisation> = {
  prepare(draft) {
    const { values } = draft
    const isSpecial = values.type === 'special-association'
    if (isSpecial && values.specialty === null) draft.refuse('specialty', 'organisation.problem.specialtyNeeded')
    if (!isSpecial && values.specialty !== null) draft.refuse('specialty', 'organisation.problem.specialtyUnused')
    if (values.closedOn !== null && values.foundedOn !== null && values.closedOn < values.foundedOn) {
      draft.refuse('closedOn', 'organisation.problem.closedBeforeFounded')
    }
    const isClosedNow = values.closedOn !== null && draft.before?.closedOn !== values.closedOn
    if (isClosedNow && (values.isActive === null || values.isActive === draft.before?.isActive)) values.isActive = false
    if (values.closedOn !== null && values.isActive === true)
      draft.refuse('isActive', 'organisation.problem.closedActive')
    values.isActive ??= true
  },

  async check(drafts, { read }) {
    const moved = drafts.filter(
      ({ before, values }) => before !== undefined && values.parent !== null && before.parent !== values.parent,
    )
    const own = new Map(drafts.flatMap(({ before, values }) => (before ? [[before.id, values.parent] as const] : [])))
    for (const draft of moved) {
      const id = draft.before?.id
      let above = draft.values.parent
      for (let depth = 0; above !== null && depth < deepest; depth += 1) {
        if (above === id) {
          draft.refuse('parent', 'organisation.problem.ownParent')
          break
        }
        above = own.get(above) ?? (await read.one(organisation, above))?.parent ?? null
      }
    }
  },
}
