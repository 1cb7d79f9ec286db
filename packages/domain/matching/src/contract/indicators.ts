import { type Indicator, indicators } from '@opendpf/figures'
import { texts } from '@opendpf/messages'
import { ownKindCodes } from './own-kinds.js'

const kind = {
  title: texts('名单种类', 'Kind of list'),
  codes: [...ownKindCodes, { code: 'other', zh: '其他名单', en: 'Other lists' }],
}
const flow = { kind: 'flow', reading: 'count', version: 1, unit: 'item', isCountedInFull: true } as const
const ofDifference = {
  ...flow,
  lists: 'matching.difference',
  isPlacedAsListed: true,
  dimensions: { kind, sort: { title: texts('差异类别', 'What differs'), field: 'matching.difference.sort' } },
} as const satisfies Partial<Indicator>
const compared = texts('名单比对日期', 'The day on which the list was compared')

/** What came of lists: how many rows meant somebody, how many did not agree, and what was decided. */
export const matchingIndicators = indicators({
  rows: {
    ...flow,
    title: texts('名单行数', 'Rows of lists'),
    counts: texts('已比对名单中的行', 'Rows of lists that were compared'),
    dateMeans: compared,
    lists: 'matching.entry',
    isPlacedAsListed: true,
    dimensions: { kind },
  },
  matched: {
    ...flow,
    title: texts('匹配到人的行数', 'Rows that mean somebody'),
    counts: texts('已比对名单中匹配到登记人员的行', 'Rows of compared lists that mean a person of the register'),
    dateMeans: compared,
    lists: 'matching.entry',
    isPlacedAsListed: true,
    dimensions: { kind },
  },
  differences: {
    ...ofDifference,
    title: texts('比对差异', 'Differences'),
    counts: texts('名单与登记不一致的人次', 'Differences between lists and the register'),
    dateMeans: compared,
  },
  decided: {
    ...ofDifference,
    title: texts('已核定差异', 'Differences decided'),
    counts: texts('差异中已由人员核定的', 'Of the differences, those that somebody has decided'),
    dateMeans: compared,
    direction: 'more',
  },
  confirmed: {
    ...ofDifference,
    title: texts('属实差异', 'Differences confirmed'),
    counts: texts('差异中核定属实的', 'Of the differences, those that were found to be so'),
    dateMeans: compared,
  },
  matchedShare: {
    title: texts('匹配率', 'Share of rows matched'),
    counts: texts('匹配到登记人员的行', 'Rows that mean a person of the register'),
    of: texts('已比对名单中的行', 'Rows of lists that were compared'),
    dateMeans: compared,
    ...{ kind: 'flow', unit: 'percent', reading: 'ratio', part: 'matched', whole: 'rows', version: 1 },
  },
  decidedShare: {
    title: texts('差异核定率', 'Share of differences decided'),
    counts: texts('已由人员核定的差异', 'Differences that somebody has decided'),
    of: texts('全部差异', 'All differences'),
    dateMeans: compared,
    ...{ kind: 'flow', unit: 'percent', reading: 'ratio', part: 'decided', whole: 'differences', version: 1 },
    direction: 'more',
  },
})
