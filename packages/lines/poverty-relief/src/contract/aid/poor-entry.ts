import { choice, date, defineRecord, money, multiline, optional, text, whole } from '@opendpf/kit'
import { clientFields } from '@opendpf/persons'

/** Why a household is poor, or about to be. */
const causes = [
  'disability',
  'illness',
  'no-labour',
  'no-skill',
  'schooling',
  'disaster',
  'accident',
  'unemployment',
  'other',
] as const

/**
 * A stay on the poor list (困难残疾人家庭台账，防止返贫监测): found, looked into and entered, helped, and taken off once the risk is gone; then watched for a
 * fall-back before the file is closed. Whoever falls back is entered anew, so that what the list was on any day stays told.
 */
export const poorEntry = defineRecord({
  fields: {
    ...clientFields('残疾人', '户主'),
    kind: choice(['listed-poor', 'unstable', 'marginal', 'sudden-hardship', 'low-income'], { headings: ['监测类型'] }),
    /** `fall-back` follows an entry that was taken off before. */
    entry: choice(['first', 'fall-back'], { headings: ['进入方式'] }),
    cause: choice(causes, { privacy: 'S2', headings: ['致贫原因', '风险原因'] }),
    foundOn: date({ headings: ['发现日期'] }),
    householdSize: whole({ min: 1, max: 30, headings: ['家庭人口'] }),
    /** A year's income for each head of the household, in fen, when it was found. */
    income: money({ privacy: 'S2', headings: ['人均纯收入'] }),
    listedOn: optional(date({ headings: ['纳入日期', '识别日期'] })),
    measures: optional(multiline({ max: 1000, headings: ['帮扶措施'] })),
    reviewedOn: optional(date({ headings: ['上次核查日期'] })),
    reviewOn: optional(date({ headings: ['下次核查日期'] })),
    leftOn: optional(date({ headings: ['退出日期', '风险消除日期'] })),
    leaveReason: optional(choice(['risk-gone', 'income', 'moved', 'deceased', 'mistaken'], { headings: ['退出原因'] })),
    /** The same income when it was taken off. */
    leaveIncome: optional(money({ privacy: 'S2', headings: ['退出时人均纯收入'] })),
    watchUntil: optional(date({ headings: ['跟踪至'] })),
    closedOn: optional(date({ headings: ['结束跟踪日期'] })),
    refuseReason: optional(text({ privacy: 'S2', max: 500 })),
    state: choice(['reported', 'listed', 'to-review', 'watched', 'watch-ended', 'closed', 'refused']),
  },
  scope: { from: 'person' },
  title: 'clientName',
  search: ['clientName'],
  list: {
    columns: ['clientName', 'kind', 'entry', 'cause', 'listedOn', 'reviewOn', 'leftOn', 'state'],
    filters: [
      'person',
      'kind',
      'entry',
      'cause',
      'state',
      'foundOn',
      'listedOn',
      'reviewedOn',
      'reviewOn',
      'leftOn',
      'watchUntil',
    ],
    orders: ['foundOn', 'reviewOn'],
    direction: 'descending',
  },
  sections: [
    {
      title: 'poorEntry.section.found',
      fields: ['person', 'kind', 'entry', 'cause', 'foundOn', 'householdSize', 'income'],
    },
    { title: 'poorEntry.section.listed', fields: ['listedOn', 'measures', 'reviewedOn', 'reviewOn'] },
    { title: 'poorEntry.section.left', fields: ['leftOn', 'leaveReason', 'leaveIncome', 'watchUntil', 'closedOn'] },
  ],
  workflow: {
    field: 'state',
    initial: 'reported',
    final: ['closed', 'refused'],
    transitions: {
      admit: { from: 'reported', to: 'listed', requires: ['listedOn'], notBy: ['create'] },
      refuse: { from: 'reported', to: 'refused', requires: ['refuseReason'] },
      takeOff: {
        from: ['listed', 'to-review'],
        to: 'watched',
        requires: ['leftOn', 'leaveReason', 'watchUntil'],
        guards: ['incomeIsKnown'],
      },
      /** The day of the next look has come. */
      fallDue: { from: 'listed', to: 'to-review', by: 'system' },
      review: { from: 'to-review', to: 'listed', requires: ['reviewedOn', 'reviewOn'] },
      endWatch: { from: 'watched', to: 'watch-ended', by: 'system' },
      watchLonger: { from: 'watch-ended', to: 'watched', requires: ['watchUntil'] },
      close: { from: ['watched', 'watch-ended'], to: 'closed', requires: ['closedOn'] },
    },
    clocks: {
      review: { runs: ['reported'], statutory: { workingDays: 15 }, remind: 3 },
      look: { runs: ['to-review', 'watch-ended'], statutory: { workingDays: 15 }, remind: 3 },
    },
    waits: {
      reported: { owner: 'county', clock: 'review', escape: 'admit' },
      listed: { owner: 'town', clock: null, escape: 'takeOff' },
      'to-review': { owner: 'town', clock: 'look', escape: 'review' },
      watched: { owner: 'village', clock: null, escape: 'close' },
      'watch-ended': { owner: 'town', clock: 'look', escape: 'close' },
    },
  },
})
