import { type Indicator, indicators, personDimensions } from '@opendpf/figures'
import { texts } from '@opendpf/messages'

const { category, grade } = personDimensions
const item = { title: texts('办理事项', 'Item'), field: 'certificates.case.item' } as const
const ofCase = {
  kind: 'flow',
  unit: 'case',
  reading: 'count',
  lists: 'certificates.case',
  dateMeans: texts('办结日期', 'The day on which the case ended'),
  dimensions: { ...personDimensions, item },
  version: 1,
} as const satisfies Partial<Indicator>
const ofCertificate = {
  kind: 'stock',
  unit: 'document',
  reading: 'count',
  lists: 'certificates.certificate',
  dateMeans: texts('统计日', 'The day asked about'),
  dimensions: {
    ...personDimensions,
    state: { title: texts('证件状态', 'State'), field: 'certificates.certificate.state' },
  },
  version: 1,
} as const satisfies Partial<Indicator>
const ofStage = {
  kind: 'flow',
  unit: 'day',
  lists: 'certificates.case',
  counts: texts(
    '已办结的案件在各环节停留的日历天数',
    'Calendar days that cases spent in each stage, of cases whose handling has ended',
  ),
  dateMeans: texts('该环节结束的日期', 'The day on which the stage ended'),
  dimensions: { stage: { title: texts('环节', 'Stage'), field: 'certificates.case.state' }, item },
  direction: 'less',
  version: 1,
} as const satisfies Partial<Indicator>
const ofHandling = {
  kind: 'flow',
  unit: 'day',
  lists: 'certificates.case',
  counts: texts('已办结案件从申请到办结的日历天数', 'Calendar days from the application to the end of the case'),
  dateMeans: texts('办结日期', 'The day on which the case ended'),
  dimensions: { item, category, grade },
  direction: 'less',
  version: 1,
} as const satisfies Partial<Indicator>
const ofLimit = {
  kind: 'flow',
  unit: 'item',
  reading: 'count',
  lists: 'system.deadline',
  dateMeans: texts('期限结束的日期', 'The day on which the period ended'),
  dimensions: {
    clock: {
      title: texts('期限', 'Period'),
      codes: [
        { code: 'acceptance', zh: '受理', en: 'Acceptance' },
        { code: 'review', zh: '审核', en: 'Review' },
        { code: 'handling', zh: '办结', en: 'Handling' },
      ],
    },
    item,
  },
  version: 1,
} as const satisfies Partial<Indicator>
const ofTrip = {
  kind: 'flow',
  dateMeans: texts('上门或下乡的日期', 'The day of the trip'),
  direction: 'more',
  version: 1,
} as const satisfies Partial<Indicator>

/** What is counted about certificates: how many there are, what was done about them, how long it took, and trips to people. */
export const certificateIndicators = indicators({
  held: {
    ...ofCertificate,
    unit: 'person',
    reading: 'distinct',
    title: texts('持证人数', 'Holders of a certificate'),
    counts: texts(
      '持有效、到期、冻结或迁移中残疾人证的人',
      'Persons whose certificate is valid, expired, frozen or on its way',
    ),
  },
  valid: {
    ...ofCertificate,
    title: texts('有效残疾人证', 'Valid certificates'),
    counts: texts('有效的残疾人证', 'Certificates that are valid'),
  },
  renewable: {
    ...ofCertificate,
    past: 'recorded',
    title: texts('可换领残疾人证', 'Renewable certificates'),
    counts: texts('已到可换领时间、尚未换领的有效残疾人证', 'Valid certificates whose time of renewal has come'),
  },
  cancelled: {
    ...ofCertificate,
    kind: 'flow',
    title: texts('注销残疾人证', 'Certificates cancelled'),
    counts: texts('已注销的残疾人证', 'Certificates that were cancelled'),
    dateMeans: texts('注销日期', 'The day of the cancellation'),
    dimensions: {
      ...personDimensions,
      reason: { title: texts('注销原因', 'Reason'), field: 'certificates.certificate.cancelReason' },
    },
  },
  applied: {
    ...ofCase,
    title: texts('办证申请', 'Applications'),
    counts: texts('提出的残疾人证申请', 'Applications about certificates'),
    dateMeans: texts('申请日期', 'The day of the application'),
  },
  open: {
    ...ofCase,
    kind: 'stock',
    title: texts('在办案件', 'Open cases'),
    counts: texts('已申请、尚未办结的案件', 'Cases that were applied for and have not ended'),
    dateMeans: texts('统计日', 'The day asked about'),
    direction: 'less',
  },
  done: {
    ...ofCase,
    title: texts('办结案件', 'Cases done'),
    counts: texts('已发证或已办结的案件', 'Cases that ended with a certificate or with what was asked for'),
    direction: 'more',
  },
  newlyIssued: {
    ...ofCase,
    title: texts('新办残疾人证', 'Newly issued'),
    counts: texts('已发证的新办案件', 'First certificates handed over'),
  },
  renewed: {
    ...ofCase,
    title: texts('换领残疾人证', 'Renewed'),
    counts: texts('已发证的到期换领案件', 'Certificates renewed after their term'),
  },
  regraded: {
    ...ofCase,
    title: texts('变更类别或等级', 'Changed in category or grade'),
    counts: texts('已发证的类别或等级变更案件', 'Certificates issued with another category or grade'),
  },
  refused: {
    ...ofCase,
    title: texts('不予办理', 'Refused'),
    counts: texts('不予受理或不予批准的案件', 'Cases that were refused'),
    dimensions: {
      ...ofCase.dimensions,
      reason: { title: texts('不予办理原因', 'Reason'), field: 'certificates.case.refusalReason' },
    },
  },
  disputed: {
    ...ofCase,
    title: texts('评定争议', 'Disputes'),
    counts: texts('对评定结论提出异议的案件', 'Cases in which the finding was disputed'),
    dateMeans: texts('评定结论的日期', 'The day of the finding'),
  },
  stageMedian: { ...ofStage, reading: 'median', title: texts('各环节天数（中位数）', 'Days per stage, median') },
  stageP90: { ...ofStage, reading: 'p90', title: texts('各环节天数（九成以内）', 'Days per stage, nine in ten') },
  handlingMedian: { ...ofHandling, reading: 'median', title: texts('办理天数（中位数）', 'Days of handling, median') },
  handlingP90: { ...ofHandling, reading: 'p90', title: texts('办理天数（九成以内）', 'Days of handling, nine in ten') },
  limitsEnded: {
    ...ofLimit,
    title: texts('已结束的办理期限', 'Periods ended'),
    counts: texts('案件已结束的受理、审核和办结期限', 'Periods of acceptance, review and handling that have ended'),
  },
  limitsKept: {
    ...ofLimit,
    title: texts('法定期限内完成', 'Within the statutory limit'),
    counts: texts('在法定期限内结束的办理期限', 'Periods that ended within the statutory limit'),
    direction: 'more',
  },
  promisesKept: {
    ...ofLimit,
    title: texts('承诺期限内完成', 'Within the promised limit'),
    counts: texts(
      '在承诺期限内结束的办理期限；没有承诺的按法定期限',
      'Periods that ended within the promised limit, or the statutory one where none is promised',
    ),
    direction: 'more',
  },
  limitsKeptShare: {
    kind: 'flow',
    unit: 'percent',
    reading: 'ratio',
    title: texts('法定期限内办结率', 'Share within the statutory limit'),
    counts: texts('在法定期限内结束的办理期限', 'Periods that ended within the statutory limit'),
    of: texts('已结束的办理期限', 'Periods that have ended'),
    dateMeans: ofLimit.dateMeans,
    part: 'limitsKept',
    whole: 'limitsEnded',
    direction: 'more',
    version: 1,
  },
  promisesKeptShare: {
    kind: 'flow',
    unit: 'percent',
    reading: 'ratio',
    title: texts('承诺期限内办结率', 'Share within the promised limit'),
    counts: texts('在承诺期限内结束的办理期限', 'Periods that ended within the promised limit'),
    of: texts('已结束的办理期限', 'Periods that have ended'),
    dateMeans: ofLimit.dateMeans,
    part: 'promisesKept',
    whole: 'limitsEnded',
    direction: 'more',
    version: 1,
  },
  trips: {
    ...ofTrip,
    unit: 'session',
    reading: 'count',
    lists: 'certificates.trip',
    title: texts('上门下乡场次', 'Trips to people'),
    counts: texts('已完成的上门、下乡办证', 'Trips that were made'),
    dimensions: { purpose: { title: texts('事由', 'Purpose'), field: 'certificates.trip.purpose' } },
  },
  tripPersons: {
    ...ofTrip,
    unit: 'person',
    reading: 'distinct',
    lists: 'certificates.tripService',
    title: texts('上门下乡服务人数', 'Persons served on trips'),
    counts: texts('在已完成的上门、下乡办证中服务的人，一人只计一次', 'Persons who were served on trips, each once'),
    dimensions: { kind: { title: texts('服务内容', 'Service'), field: 'certificates.tripService.kind' } },
  },
  tripServices: {
    ...ofTrip,
    unit: 'person-time',
    reading: 'count',
    lists: 'certificates.tripService',
    title: texts('上门下乡服务人次', 'Services on trips'),
    counts: texts('在已完成的上门、下乡办证中的服务人次', 'Services given on trips'),
    dimensions: { kind: { title: texts('服务内容', 'Service'), field: 'certificates.tripService.kind' } },
  },
})
