import { choice, date, defineRecord, money, multiline, name, optional, reference, text } from '@opendpf/kit'
import { clientFields } from '@opendpf/persons'

/** Helper and helped (结对帮扶，帮包带扶): an official, an office or a volunteer stands by somebody for a time, with an aim. */
export const pairing = defineRecord({
  fields: {
    ...clientFields('帮扶对象', '残疾人'),
    helperKind: choice(['official', 'office', 'party-member', 'enterprise', 'volunteer'], { headings: ['帮扶类型'] }),
    helperName: name({ headings: ['帮扶人', '帮扶责任人'] }),
    organisation: optional(reference('organisations.organisation', { headings: ['帮扶单位'] })),
    helperPhone: optional(text({ privacy: 'S2', max: 30, headings: ['帮扶人电话'] })),
    since: date({ headings: ['开始日期'] }),
    goal: multiline({ privacy: 'S2', max: 500, headings: ['帮扶目标'] }),
    /** The latest help, by the records below. */
    lastHelpOn: optional(date({ isDerived: true })),
    until: optional(date({ headings: ['结束日期'] })),
    result: optional(multiline({ privacy: 'S2', max: 500, headings: ['帮扶成效'] })),
    state: choice(['active', 'neglected', 'ended']),
  },
  scope: { from: 'person' },
  title: 'clientName',
  search: ['clientName', 'helperName'],
  list: {
    columns: ['clientName', 'helperName', 'helperKind', 'organisation', 'since', 'lastHelpOn', 'until', 'state'],
    filters: ['person', 'helperKind', 'organisation', 'state', 'since', 'until', 'lastHelpOn'],
    orders: ['since', 'lastHelpOn'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'active',
    final: ['ended'],
    transitions: {
      /** Nobody has helped for longer than the county allows. */
      fallDue: { from: 'active', to: 'neglected', by: 'system' },
      resume: { from: 'neglected', to: 'active', by: 'system' },
      end: { from: ['active', 'neglected'], to: 'ended', requires: ['until', 'result'] },
    },
    clocks: { help: { runs: ['neglected'], statutory: { workingDays: 10 }, remind: 3 } },
    waits: {
      active: { owner: 'town', clock: null, escape: 'end' },
      neglected: { owner: 'town', clock: 'help', escape: 'end' },
    },
  },
})

/** One thing that a helper did for whom he stands by. */
export const help = defineRecord({
  fields: {
    pairing: reference('poverty-relief.pairing', { onRemove: 'remove' }),
    helpedOn: date({ headings: ['帮扶日期'] }),
    kind: choice(['visit', 'money', 'goods', 'project', 'skill', 'job', 'policy', 'study'], {
      headings: ['帮扶内容类别'],
    }),
    /** What it was worth, in fen. */
    amount: optional(money({ headings: ['折合金额'] })),
    note: multiline({ privacy: 'S2', max: 500, headings: ['帮扶内容'] }),
  },
  scope: { from: 'pairing' },
  title: 'helpedOn',
  list: {
    columns: ['helpedOn', 'pairing', 'kind', 'amount', 'note'],
    filters: ['pairing', 'kind', 'helpedOn'],
    orders: ['helpedOn'],
    direction: 'descending',
  },
})
