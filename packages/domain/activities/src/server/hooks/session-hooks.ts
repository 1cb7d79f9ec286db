import type { RecordHooks } from '@opendpf/kit/server'
import { activities } from '../../contract/index.js'
import { lockActivities } from '../activities-of.js'
import { keepArchived, written } from './kept-when-archived.js'

const { session } = activities.records
const time = /^([01]\d|2[0-3]):[0-5]\d$/

/** A session lies within the days of its activity. */
export const sessionHooks: RecordHooks<typeof session> = {
  prepare({ values, refuse }) {
    values.personTimes ??= 0
    for (const field of ['startsAt', 'endsAt'] as const) {
      const said = values[field]
      if (said !== null && !time.test(said)) refuse(field, 'session.problem.time')
    }
    if (values.startsAt !== null && values.endsAt !== null && values.endsAt <= values.startsAt)
      refuse('endsAt', 'session.problem.order')
  },
  async check(drafts, context) {
    const known = await lockActivities(
      drafts.map(({ values }) => values.activity),
      context,
    )
    for (const { values, action, refuse } of written(drafts)) {
      const of = known.get(values.activity)
      if (!of) continue
      const { fromDay, untilDay, state } = of
      if (values.heldOn < fromDay || values.heldOn > untilDay)
        refuse('heldOn', 'session.problem.outside', { fromDay, untilDay })
      // a list of the last day may come in late, and with it the session
      if (action === 'create' && (state === 'archived' || state === 'called-off'))
        refuse('activity', 'session.problem.ended')
    }
  },
  after: keepArchived,
}
