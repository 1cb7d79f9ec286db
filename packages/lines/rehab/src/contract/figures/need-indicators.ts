import { indicators } from '@opendpf/figures'
import { texts } from '@opendpf/messages'
import { distinctPersons, share, stock } from './bases.js'
import { clientDimensions } from './dimensions.js'

/** A need is answered in time within so many days. */
export const timelyDays = 90

const ofNeed = {
  ...stock,
  reading: 'count',
  unit: 'item',
  lists: 'persons.need',
  isPlacedAsListed: true,
  dimensions: {
    ...clientDimensions,
    need: { title: texts('需求类别', 'Need'), field: 'persons.need.kind' },
    level: { title: texts('迫切程度', 'Urgency'), field: 'persons.need.level' },
  },
} as const

const needsRecorded = {
  ...ofNeed,
  title: texts('登记的康复需求', 'Needs recorded'),
  counts: texts(
    '到统计日登记的康复、辅助器具和照护需求',
    'Needs of rehabilitation, devices and care raised by the day',
  ),
} as const
const needsMet = {
  ...ofNeed,
  title: texts('已满足的康复需求', 'Needs met'),
  counts: texts('到统计日已经满足的康复、辅助器具和照护需求', 'Those needs that were met by the day'),
  direction: 'more',
} as const
const needsOpen = {
  ...ofNeed,
  title: texts('未满足的康复需求', 'Needs still open'),
  counts: texts('到统计日仍未满足也没有关闭的需求', 'Those needs that are neither met nor closed'),
  direction: 'less',
} as const
const needsMetInTime = {
  ...ofNeed,
  title: texts('及时满足的康复需求', 'Needs met in time'),
  counts: texts(`提出后 ${timelyDays} 天之内满足的需求`, `Needs met within ${timelyDays} days of being raised`),
  direction: 'more',
} as const
const personsInNeed = {
  ...ofNeed,
  ...distinctPersons,
  title: texts('有康复需求的人', 'Persons in need'),
  counts: texts(
    '到统计日登记过康复、辅助器具或者照护需求的人',
    'Persons with a need of rehabilitation, devices or care',
  ),
} as const
const personsInNeedServed = {
  ...ofNeed,
  ...distinctPersons,
  title: texts('得到服务的有需求的人', 'Persons in need who were served'),
  counts: texts(
    '其中这项需求得到过康复服务、辅助器具或者复明手术的人',
    'Those who got a service, a device or surgery that answers the need',
  ),
  direction: 'more',
} as const

/** What people need and how far it is answered. */
export const needIndicators = indicators({
  needsRecorded,
  needsMet,
  needsOpen,
  needsMetInTime,
  personsInNeed,
  personsInNeedServed,
  needsMetShare: share(['needsMet', needsMet], ['needsRecorded', needsRecorded], {
    title: texts('康复需求满足率', 'Share of needs met'),
    direction: 'more',
  }),
  needsOpenShare: share(['needsOpen', needsOpen], ['needsRecorded', needsRecorded], {
    title: texts('康复需求未满足率', 'Share of needs still open'),
    direction: 'less',
  }),
  timelyShare: share(['needsMetInTime', needsMetInTime], ['needsRecorded', needsRecorded], {
    title: texts('康复需求及时满足率', 'Share of needs met in time'),
    direction: 'more',
  }),
  coverage: share(['personsInNeedServed', personsInNeedServed], ['personsInNeed', personsInNeed], {
    title: texts('基本康复服务率', 'Basic service rate'),
    direction: 'more',
  }),
})
