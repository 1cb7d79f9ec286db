import { attachments, choice, date, defineRecord, money, optional, reference, text } from '@opendpf/kit'
import { clientFields } from '@opendpf/persons'

/**
 * A visit to a designated hospital whose fees were reduced on showing the certificate (持证就医减免): entered from the hospital's monthly sheet, held
 * against the rule and the parameters of the day of the visit, and confirmed by somebody else before the hospital is settled with, or sent back to
 * it. The reductions by kind are what the sheet tells, so that a kind that the county does not reduce is found.
 */
export const reduction = defineRecord({
  fields: {
    ...clientFields('残疾人', '患者'),
    hospital: reference('organisations.organisation', { headings: ['医院', '定点医院', '就诊医院'] }),
    setting: choice(['outpatient', 'inpatient'], { headings: ['就诊方式', '门诊或住院'] }),
    /** The day of the visit; of a stay, the day of admission. */
    visitedOn: date({ headings: ['就诊日期', '入院日期'] }),
    /** The hospital's own number of the bill: it is settled once. */
    receipt: text({ max: 60, headings: ['票据号', '结算单号'] }),
    /** What the visit cost before the reduction, in fen. */
    bill: money({ min: 1, privacy: 'S2', headings: ['总费用', '费用总额'] }),
    registration: optional(money({ headings: ['挂号费减免'] })),
    consultation: optional(money({ headings: ['诊查费减免', '诊疗费减免'] })),
    nursing: optional(money({ headings: ['护理费减免'] })),
    bed: optional(money({ headings: ['床位费减免'] })),
    examination: optional(money({ headings: ['检查费减免', '普通检查费减免'] })),
    treatment: optional(money({ headings: ['治疗费减免', '一般治疗处置费减免'] })),
    test: optional(money({ headings: ['检验费减免', '常规检验费减免'] })),
    /** The sum of the kinds, in fen. */
    reduced: money({ isDerived: true }),
    papers: optional(attachments({ privacy: 'S3' })),
    returnReason: optional(text({ privacy: 'S2', max: 500 })),
    state: choice(['entered', 'returned', 'confirmed']),
  },
  scope: { from: 'person' },
  title: 'clientName',
  search: ['clientName'],
  list: {
    columns: ['clientName', 'hospital', 'setting', 'visitedOn', 'bill', 'reduced', 'state'],
    filters: ['person', 'hospital', 'setting', 'state', 'visitedOn'],
    orders: ['visitedOn'],
    direction: 'descending',
  },
  sections: [
    { title: 'reduction.section.visit', fields: ['person', 'hospital', 'setting', 'visitedOn', 'receipt', 'papers'] },
    {
      title: 'reduction.section.fees',
      fields: ['bill', 'registration', 'consultation', 'nursing', 'bed', 'examination', 'treatment', 'test', 'reduced'],
    },
  ],
  workflow: {
    field: 'state',
    initial: 'entered',
    final: ['confirmed'],
    transitions: {
      confirm: { from: 'entered', to: 'confirmed', notBy: ['create'] },
      sendBack: { from: 'entered', to: 'returned', requires: ['returnReason'] },
      enterAgain: { from: 'returned', to: 'entered' },
    },
    waits: {
      entered: { owner: 'county', clock: null, escape: 'confirm' },
      returned: { owner: 'institution', clock: null, escape: 'enterAgain' },
    },
  },
})
