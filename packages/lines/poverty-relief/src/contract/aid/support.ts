import { choice, date, defineRecord, money, multiline, optional, reference, text, whole } from '@opendpf/kit'
import { clientFields } from '@opendpf/persons'

/** What a household works at. */
const projects = ['planting', 'breeding', 'handicraft', 'processing', 'trade', 'online-trade', 'other'] as const

/**
 * Help to produce (生产扶持): seedlings, animals, tools or money for somebody's household, by a base or beside a household that shows how, and what came
 * of it a season later.
 */
export const support = defineRecord({
  fields: {
    ...clientFields('扶持对象', '残疾人'),
    project: choice(projects, { headings: ['扶持项目', '产业'] }),
    form: choice(['seedlings', 'animals', 'materials', 'tools', 'money', 'technique'], { headings: ['扶持方式'] }),
    /** Whether the household shows others how (示范户), follows one that does (带动户), or neither. */
    role: choice(['ordinary', 'demonstrator', 'follower'], { headings: ['示范或带动'] }),
    /** The demonstrator's support that a follower goes by. */
    demonstrator: optional(reference('poverty-relief.support')),
    /** The base that takes the household along (扶贫基地). */
    base: optional(reference('organisations.organisation', { headings: ['带动基地'] })),
    issuedOn: date({ headings: ['发放日期', '扶持日期'] }),
    what: optional(text({ max: 100, headings: ['物资名称'] })),
    quantity: optional(whole({ min: 1, headings: ['数量'] })),
    unitWord: optional(text({ max: 20, headings: ['计量单位'] })),
    /** What it was worth, in fen. */
    amount: money({ headings: ['扶持金额', '折款'] }),
    budgetLine: optional(reference('funds.budgetLine')),
    /** A year's income of the household from this, in fen. */
    incomeBefore: optional(money({ privacy: 'S2', headings: ['扶持前年收入'] })),
    checkedOn: optional(date({ headings: ['验收日期', '回访日期'] })),
    incomeAfter: optional(money({ privacy: 'S2', headings: ['扶持后年收入'] })),
    outcome: optional(choice(['lifted', 'more-income', 'unchanged', 'failed'], { headings: ['成效'] })),
    note: optional(multiline({ privacy: 'S2', max: 500, headings: ['备注'] })),
    state: choice(['issued', 'checked']),
  },
  scope: { from: 'person' },
  title: 'clientName',
  search: ['clientName'],
  list: {
    columns: ['clientName', 'project', 'form', 'role', 'issuedOn', 'what', 'amount', 'outcome', 'state'],
    filters: [
      'person',
      'project',
      'form',
      'role',
      'base',
      'demonstrator',
      'outcome',
      'budgetLine',
      'state',
      'issuedOn',
      'checkedOn',
    ],
    orders: ['issuedOn'],
    direction: 'descending',
  },
  sections: [
    { title: 'support.section.support', fields: ['person', 'project', 'form', 'role', 'demonstrator', 'base'] },
    { title: 'support.section.issued', fields: ['issuedOn', 'what', 'quantity', 'unitWord', 'amount', 'budgetLine'] },
    { title: 'support.section.outcome', fields: ['incomeBefore', 'checkedOn', 'incomeAfter', 'outcome', 'note'] },
  ],
  workflow: {
    field: 'state',
    initial: 'issued',
    final: ['checked'],
    transitions: { check: { from: 'issued', to: 'checked', requires: ['checkedOn', 'outcome'] } },
    waits: { issued: { owner: 'town', clock: null, escape: 'check' } },
  },
})
