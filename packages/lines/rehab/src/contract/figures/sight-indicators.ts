import { indicators } from '@opendpf/figures'
import { texts } from '@opendpf/messages'
import { distinctPersons, flow, share, stock } from './bases.js'
import { clientDimensions, fieldDimension, freeDimension } from './dimensions.js'

const ofCataract = {
  ...stock,
  ...distinctPersons,
  lists: 'rehab.cataract',
  isPlacedAsListed: true,
  dimensions: {
    ...clientDimensions,
    foundBy: fieldDimension('cataract.foundBy', '发现途径', 'How found'),
    free: freeDimension,
  },
} as const

const cataractFound = {
  ...ofCataract,
  title: texts('发现的白内障患者', 'Persons with a cataract found'),
  counts: texts(
    '到统计日发现、没有排除的白内障患者，每人只计一次',
    'Persons with a cataract found by the day and not taken out, each once',
  ),
} as const
const cataractOperated = {
  ...ofCataract,
  title: texts('已手术的白内障患者', 'Persons operated on'),
  counts: texts('其中到统计日已经手术的', 'Those who were operated on by the day'),
  direction: 'more',
} as const
const cataractOperatedFree = {
  ...ofCataract,
  title: texts('免费手术的白内障患者', 'Persons operated on free of charge'),
  counts: texts('其中到统计日已经免费手术的', 'Those who were operated on by the day and paid nothing'),
  direction: 'more',
} as const
const cataractFollowed = {
  ...ofCataract,
  title: texts('术后随访的白内障患者', 'Persons looked at after surgery'),
  counts: texts('其中到统计日已经术后随访的', 'Those who were looked at afterwards by the day'),
  direction: 'more',
} as const
const cataractSighted = {
  ...ofCataract,
  title: texts('术后脱残的白内障患者', 'Persons who see again'),
  counts: texts('其中术后视力在 0.3 以上的', 'Those whose acuity afterwards is 0.3 or more'),
  direction: 'more',
} as const

const ofArea = {
  ...stock,
  unit: 'item',
  lists: 'rehab.area',
  isPlacedAsListed: true,
  dimensions: {
    scheme: fieldDimension('area.scheme', '创建项目', 'Scheme'),
    acceptedBy: fieldDimension('area.acceptedBy', '验收单位级别', 'Accepted by'),
  },
  direction: 'more',
} as const
const areaItems = {
  ...ofArea,
  reading: 'sum',
  past: 'recorded',
  title: texts('创建指标', 'Items of schemes'),
  counts: texts('统计日各创建项目的指标数', 'Items of the schemes that areas strive for'),
  direction: 'neither',
} as const
const areaItemsMet = {
  ...areaItems,
  title: texts('已达标的创建指标', 'Items met'),
  counts: texts('其中已经达标的指标数', 'Those items that are met'),
  direction: 'more',
} as const

/** What is counted of cataracts, from finding to seeing, and of areas that strive for something as a whole. */
export const sightIndicators = indicators({
  cataractFound,
  cataractOperated,
  cataractOperatedFree,
  cataractFollowed,
  cataractSighted,
  cataractSurgeries: {
    ...ofCataract,
    ...flow,
    dateField: 'operatedOn',
    reading: 'count',
    unit: 'person-time',
    dateMeans: texts('手术日期', 'The day of the surgery'),
    title: texts('白内障复明手术', 'Cataract surgeries'),
    counts: texts('白内障复明手术例数', 'Cataract surgeries'),
    direction: 'more',
  },
  cataractPersons: {
    ...ofCataract,
    ...flow,
    dateField: 'operatedOn',
    dateMeans: texts('手术日期', 'The day of the surgery'),
    title: texts('白内障复明人数', 'Persons operated on in the period'),
    counts: texts('做了白内障复明手术的人，每人只计一次', 'Persons operated on for a cataract, each once'),
    direction: 'more',
  },
  cataractOperatedShare: share(['cataractOperated', cataractOperated], ['cataractFound', cataractFound], {
    title: texts('白内障手术率', 'Operated of found'),
    direction: 'more',
  }),
  cataractFreeShare: share(['cataractOperatedFree', cataractOperatedFree], ['cataractFound', cataractFound], {
    title: texts('白内障免费手术率', 'Operated free of found'),
    direction: 'more',
  }),
  cataractSightedShare: share(['cataractSighted', cataractSighted], ['cataractFollowed', cataractFollowed], {
    title: texts('白内障手术脱残率', 'See again of those looked at'),
    direction: 'more',
  }),
  areasAccepted: {
    ...ofArea,
    reading: 'count',
    title: texts('创建达标', 'Areas accepted'),
    counts: texts('到统计日已经验收达标的创建项目', 'Schemes of areas that were accepted by the day'),
  },
  areaItems,
  areaItemsMet,
  areaItemsShare: share(['areaItemsMet', areaItemsMet], ['areaItems', areaItems], {
    title: texts('创建指标达标率', 'Share of items met'),
    direction: 'more',
  }),
})
