import { indicators } from '@opendpf/figures'
import { texts } from '@opendpf/messages'

const flow = { kind: 'flow', reading: 'count', version: 1 } as const
const objection = {
  ...flow,
  dateField: 'receivedOn',
  unit: 'case',
  lists: 'notices.objection',
  isPlacedAsListed: true,
  dimensions: { channel: { title: texts('提出方式', 'Channel'), field: 'notices.objection.channel' } },
} as const

/** What the engine of notices counts. */
export const noticeIndicators = indicators({
  posted: {
    ...flow,
    dateField: 'fromDay',
    title: texts('公示次数', 'Notices posted'),
    counts: texts('已经发布的公示', 'notices that were published'),
    dateMeans: texts('公示开始日期', 'the first day of the notice'),
    unit: 'item',
    lists: 'notices.notice',
    isPlacedAsListed: true,
  },
  subjects: {
    ...flow,
    isCountedInFull: true,
    title: texts('公示对象', 'Subjects posted'),
    counts: texts('公示名单中的对象', 'lines on notices that were published'),
    dateMeans: texts('公示开始日期', 'the first day of the line'),
    unit: 'person-time',
    lists: 'notices.line',
    isPlacedAsListed: true,
  },
  objections: {
    ...objection,
    title: texts('收到的异议', 'Objections received'),
    counts: texts('收到的异议', 'objections that were received'),
    dateMeans: texts('收到日期', 'the day on which it was received'),
  },
  objectionsUpheld: {
    ...objection,
    title: texts('成立的异议', 'Objections upheld'),
    counts: texts('所收到的异议中认定成立的', 'of the objections received, those that were upheld'),
    dateMeans: texts('收到日期', 'the day on which it was received'),
    direction: 'less',
  },
  upheldShare: {
    title: texts('异议成立率', 'Share of objections upheld'),
    counts: texts('认定成立的异议', 'objections upheld'),
    of: texts('期内收到的全部异议', 'all objections received in the period'),
    dateMeans: texts('收到日期', 'the day on which it was received'),
    kind: 'flow',
    unit: 'percent',
    reading: 'ratio',
    part: 'objectionsUpheld',
    whole: 'objections',
    direction: 'less',
    version: 1,
  },
})
