import { type Indicator, indicators } from '@opendpf/figures'
import { texts } from '@opendpf/messages'

const programmeOf = (record: string) =>
  ({ programme: { title: texts('项目', 'Programme'), field: `programmes.${record}.programme` } }) as const
const ofApplication = {
  kind: 'flow',
  unit: 'case',
  reading: 'count',
  lists: 'programmes.application',
  isPlacedAsListed: true,
  version: 1,
} as const satisfies Partial<Indicator>
const ofLimit = {
  ...ofApplication,
  isCountedInFull: true,
  lists: 'system.deadline',
  isPlacedAsListed: true,
  dateMeans: texts('认定时限结束的日期', 'The day on which the time to decide ended'),
  dimensions: programmeOf('application'),
} as const satisfies Partial<Indicator>
const ofGrant = {
  isCountedInFull: true,
  kind: 'flow',
  lists: 'programmes.entitlement',
  isPlacedAsListed: true,
  dateMeans: texts('所属月份的第一天', 'The first day of the month that it is for'),
  dimensions: {
    ...programmeOf('entitlement'),
    kind: { title: texts('类别', 'Kind'), field: 'programmes.entitlement.kind' },
  },
  version: 1,
} as const satisfies Partial<Indicator>

/** What programmes are counted by. What a department decided counts as approved, and is no decision of ours. */
export const programmeIndicators = indicators({
  enrolled: {
    kind: 'stock',
    title: texts('在册人数', 'Persons who receive'),
    counts: texts(
      '当日所在月份在册的人，暂停的也计；同一人在多个项目只计一次',
      'Persons who receive in the month of the day, paused ones too; somebody in several programmes once',
    ),
    dateMeans: texts('统计日', 'The day asked about'),
    unit: 'person',
    reading: 'distinct',
    lists: 'programmes.enrolment',
    isPlacedAsListed: true,
    dimensions: programmeOf('enrolment'),
    version: 1,
  },
  applied: {
    ...ofApplication,
    dateField: 'appliedOn',
    title: texts('收到的申请', 'Applications received'),
    counts: texts('已提交的申请', 'Applications that were submitted'),
    dateMeans: texts('申请日期', 'The day of the application'),
    dimensions: {
      ...programmeOf('application'),
      channel: { title: texts('申请渠道', 'Channel'), field: 'programmes.application.channel' },
    },
  },
  approved: {
    ...ofApplication,
    dateField: 'decidedOn',
    title: texts('批准的申请', 'Applications approved'),
    counts: texts('已批准的申请', 'Applications that were approved'),
    dateMeans: texts('审批日期', 'The day of the decision'),
    dimensions: programmeOf('application'),
  },
  refused: {
    ...ofApplication,
    dateField: 'decidedOn',
    title: texts('不予批准的申请', 'Applications refused'),
    counts: texts(
      '不予批准的申请，包括可申诉的',
      'Applications that were refused, those that may be appealed included',
    ),
    dateMeans: texts('审批日期', 'The day of the decision'),
    dimensions: {
      ...programmeOf('application'),
      reason: { title: texts('原因', 'Reason'), field: 'programmes.application.refusalReason' },
    },
  },
  limitsEnded: {
    ...ofLimit,
    title: texts('到期应办结的申请', 'Times to decide that ended'),
    counts: texts('认定时限已经结束的申请', 'Applications whose time to decide has ended'),
  },
  limitsKept: {
    ...ofLimit,
    title: texts('按时办结的申请', 'Decided in time'),
    counts: texts('在认定时限内作出决定的申请', 'Applications that were decided in time'),
    direction: 'more',
  },
  inTime: {
    kind: 'flow',
    title: texts('按时办结率', 'Share decided in time'),
    counts: texts('按时办结的申请', 'Applications decided in time'),
    of: texts('认定时限已经结束的申请', 'Applications whose time to decide has ended'),
    dateMeans: texts('认定时限结束的日期', 'The day on which the time to decide ended'),
    unit: 'percent',
    reading: 'ratio',
    part: 'limitsKept',
    whole: 'limitsEnded',
    direction: 'more',
    version: 1,
  },
  entitledPersons: {
    ...ofGrant,
    title: texts('应发人数', 'Persons granted'),
    counts: texts('已冻结应发明细中的人，每人只计一次', 'Persons in what was frozen, each once'),
    unit: 'person',
    reading: 'distinct',
  },
  entitled: {
    ...ofGrant,
    title: texts('应发金额', 'Sum granted'),
    counts: texts('已冻结的应发金额', 'What was granted and frozen'),
    unit: 'fen',
    reading: 'sum',
  },
})
