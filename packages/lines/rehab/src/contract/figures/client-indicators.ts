import { indicators } from '@opendpf/figures'
import { texts } from '@opendpf/messages'
import { distinctPersons, flow, share, stock } from './bases.js'
import { clientDimensions, fieldDimension, freeDimension, institutionDimension, nearDimension } from './dimensions.js'

const ofService = {
  ...flow,
  dateField: 'servedOn',
  dateMeans: texts('服务日期', 'The day of the service'),
  lists: 'rehab.service',
  isPlacedAsListed: true,
  dimensions: {
    ...clientDimensions,
    item: fieldDimension('service.item', '服务项目', 'Service'),
    kind: fieldDimension('service.kind', '服务类别', 'Kind of service'),
    setting: fieldDimension('service.setting', '服务形式', 'Setting'),
    institution: institutionDimension,
    free: freeDimension,
    near: nearDimension,
  },
  direction: 'more',
} as const
const ofServices = { ...ofService, unit: 'item', reading: 'count' } as const
const served = (what: readonly [string, string]) =>
  ({ ...ofService, ...distinctPersons, counts: texts(...what) }) as const

const servedPersons = {
  ...served(['得到康复服务的人，每人只计一次', 'Persons who were served, each once']),
  title: texts('康复服务人数', 'Persons served'),
} as const
const nearPersons = {
  ...served(['在本乡镇的机构或站点得到服务的人', 'Persons who were served in their own town']),
  title: texts('就近服务人数', 'Persons served near'),
} as const
const filedPersons = {
  ...served(['得到康复服务并且建有康复档案的人', 'Persons served who have a rehabilitation file']),
  title: texts('建档的服务对象', 'Persons served with a file'),
} as const
const services = {
  ...ofServices,
  title: texts('康复服务记录', 'Services'),
  counts: texts('康复服务的记录', 'Records of services'),
} as const
const servicesOnNeed = {
  ...ofServices,
  title: texts('对应需求的服务', 'Services that answer a need'),
  counts: texts('对应一项登记需求的康复服务', 'Services that answer a recorded need'),
} as const
const communityServices = {
  ...ofServices,
  title: texts('社区和居家服务', 'Services in the community'),
  counts: texts('在社区、家里或者上门提供的康复服务', 'Services given in the community, at home or on site'),
} as const

const ofFile = {
  ...stock,
  unit: 'document',
  reading: 'count',
  lists: 'rehab.file',
  isPlacedAsListed: true,
  dimensions: clientDimensions,
  direction: 'more',
} as const
const files = {
  ...ofFile,
  title: texts('康复档案', 'Rehabilitation files'),
  counts: texts('统计日已建立、没有归档的康复档案', 'Files that are open on the day'),
} as const
const filesWithCard = {
  ...ofFile,
  title: texts('发放康复服务卡的档案', 'Files with a card'),
  counts: texts('其中已发放康复服务卡的', 'Those whose client has the service card'),
} as const
const filesWithPlan = {
  ...ofFile,
  title: texts('有康复方案的档案', 'Files with a plan'),
  counts: texts('其中康复方案已经本人或监护人同意的', 'Those with a plan that the client or his guardian agreed to'),
} as const

const ofFollowUp = {
  ...flow,
  unit: 'person-time',
  reading: 'count',
  lists: 'rehab.followUp',
  isPlacedAsListed: true,
  dateMeans: texts('回访日期', 'The day of the follow-up'),
  dimensions: {
    ...clientDimensions,
    about: fieldDimension('followUp.about', '回访内容', 'About'),
    effect: fieldDimension('followUp.effect', '康复效果', 'Effect'),
  },
  direction: 'more',
} as const
const followUps = {
  ...ofFollowUp,
  dateField: 'heldOn',
  title: texts('跟踪回访', 'Follow-ups'),
  counts: texts('已完成的回访', 'Follow-ups that were held'),
} as const
const betterFollowUps = {
  ...ofFollowUp,
  dateField: 'heldOn',
  title: texts('回访有效', 'Follow-ups with an effect'),
  counts: texts('回访时显著改善或者有改善的', 'Follow-ups that found the client better or markedly better'),
} as const

/** What is counted of clients: files, services by persons and times, and what came of them. */
export const clientIndicators = indicators({
  servedPersons,
  nearPersons,
  filedPersons,
  services,
  servicesOnNeed,
  communityServices,
  serviceTimes: {
    ...ofService,
    unit: 'person-time',
    reading: 'sum',
    title: texts('康复服务人次', 'Times served'),
    counts: texts('康复服务的次数', 'How often anybody was served'),
  },
  serviceCost: {
    ...ofService,
    unit: 'fen',
    reading: 'sum',
    title: texts('康复服务补助金额', 'Paid for services'),
    counts: texts('残联为康复服务支付的补助', 'What the federation paid for services'),
    direction: 'neither',
  },
  onNeedShare: share(['servicesOnNeed', servicesOnNeed], ['services', services], {
    title: texts('按需服务率', 'Share of services that answer a need'),
    direction: 'more',
  }),
  communityShare: share(['communityServices', communityServices], ['services', services], {
    title: texts('社区康复占比', 'Share of services in the community'),
    direction: 'more',
  }),
  nearShare: share(['nearPersons', nearPersons], ['servedPersons', servedPersons], {
    title: texts('就近服务率', 'Share of persons served near'),
    direction: 'more',
  }),
  filedShare: share(['filedPersons', filedPersons], ['servedPersons', servedPersons], {
    title: texts('服务对象建档率', 'Share of persons served with a file'),
    direction: 'more',
  }),
  files,
  filesWithCard,
  filesWithPlan,
  cardShare: share(['filesWithCard', filesWithCard], ['files', files], {
    title: texts('康复服务卡发放率', 'Share of files with a card'),
    direction: 'more',
  }),
  planShare: share(['filesWithPlan', filesWithPlan], ['files', files], {
    title: texts('康复方案制定率', 'Share of files with a plan'),
    direction: 'more',
  }),
  assessedPersons: {
    ...flow,
    ...distinctPersons,
    dateField: 'assessedOn',
    lists: 'rehab.assessment',
    isPlacedAsListed: true,
    dateMeans: texts('评定日期', 'The day of the assessment'),
    title: texts('康复评定人数', 'Persons assessed'),
    counts: texts('得到康复评定的人，每人只计一次', 'Persons who were assessed, each once'),
    dimensions: {
      ...clientDimensions,
      phase: fieldDimension('assessment.phase', '评定阶段', 'Phase'),
      scale: fieldDimension('assessment.scale', '评定内容', 'What is assessed'),
    },
    direction: 'more',
  },
  followUps,
  betterFollowUps,
  effectiveShare: share(['betterFollowUps', betterFollowUps], ['followUps', followUps], {
    title: texts('康复有效率', 'Share of follow-ups with an effect'),
    direction: 'more',
  }),
  followUpsOverdue: {
    ...ofFollowUp,
    ...stock,
    unit: 'item',
    past: 'recorded',
    title: texts('逾期未回访', 'Follow-ups overdue'),
    counts: texts('到统计日仍未完成的到期回访', 'Follow-ups that were due before the day and not held'),
    direction: 'less',
  },
})
