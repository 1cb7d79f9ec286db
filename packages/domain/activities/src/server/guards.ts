import type { Guard } from '@opendpf/kit/server'
import { activities } from '../contract/index.js'

const { activity } = activities.records

/** What must hold before an activity starts, ends or is called off. */
export const guards = {
  'activity.hasBegun': ({ today }, { fromDay }) => (fromDay <= today ? true : { fromDay }),
  'activity.isOver': ({ today }, { untilDay }) => (untilDay <= today ? true : { untilDay }),
  'activity.wasHeld': (_, { sessions }) => (sessions > 0 ? true : {}),
  'activity.attendedByNobody': (_, { sessions, personTimes }) => (sessions === 0 ? true : { personTimes }),
} satisfies Readonly<Record<string, Guard<typeof activity>>>
