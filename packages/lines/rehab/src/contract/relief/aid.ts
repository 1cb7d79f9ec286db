import { attachments, choice, date, defineRecord, multiline, optional, reference, text } from '@opendpf/kit'
import { clientFields } from '@opendpf/persons'
import { costFields } from '../shared/cost.js'

/**
 * Help with what treatment and medicine cost (医疗康复救助): asked for, looked into at home, granted with what insurance and hospital bear, or
 * refused. Whether somebody was poor is told by the register for the day.
 */
export const aid = defineRecord({
  fields: {
    ...clientFields('残疾人'),
    kind: choice(['medication', 'hospital', 'surgery', 'rehabilitation', 'leprosy', 'other'], {
      privacy: 'S3',
      isOpen: true,
      headings: ['救助类别'],
    }),
    askedOn: date({ headings: ['申请日期'] }),
    visitedOn: optional(date({ headings: ['入户核查日期'] })),
    visitNote: optional(multiline({ privacy: 'S2', max: 500 })),
    hospital: optional(reference('organisations.organisation', { headings: ['医院'] })),
    grantedOn: optional(date({ headings: ['救助日期'] })),
    ...costFields,
    papers: optional(attachments({ privacy: 'S3' })),
    refuseReason: optional(text({ privacy: 'S2', max: 500 })),
    state: choice(['asked', 'visited', 'granted', 'refused']),
  },
  scope: { from: 'person' },
  title: 'clientName',
  search: ['clientName'],
  list: {
    columns: ['clientName', 'kind', 'askedOn', 'state', 'grantedOn', 'cost', 'fundPaid'],
    filters: ['person', 'kind', 'state', 'hospital', 'askedOn', 'grantedOn', 'isFree', 'budgetLine'],
    orders: ['askedOn'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'asked',
    final: ['granted', 'refused'],
    transitions: {
      visit: { from: 'asked', to: 'visited', requires: ['visitedOn'] },
      grant: { from: 'visited', to: 'granted', requires: ['grantedOn', 'cost', 'fundPaid'], notBy: ['create'] },
      refuse: { from: ['asked', 'visited'], to: 'refused', requires: ['refuseReason'] },
    },
    clocks: { decision: { runs: ['asked', 'visited'], statutory: { workingDays: 30 }, remind: 5 } },
    waits: {
      asked: { owner: 'village', clock: 'decision', escape: 'visit' },
      visited: { owner: 'county', clock: 'decision', escape: 'grant' },
    },
  },
})
