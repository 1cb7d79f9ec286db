import { attachments, choice, code, date, defineRecord, optional, text } from '@opendpf/kit'
import { clientFields } from '@opendpf/persons'
import { disabilityCategories } from '@opendpf/standards'
import { childDiagnoses } from './aids.js'

/**
 * What a hospital found of somebody (诊断证明). A small child has no certificate of disability yet: for its aid the diagnosis is enough
 * (国发〔2018〕20号).
 */
export const diagnosis = defineRecord({
  fields: {
    ...clientFields('儿童', '残疾人'),
    category: code(disabilityCategories, { privacy: 'S3', isOpen: true, headings: ['残疾类别'] }),
    finding: choice(childDiagnoses, { privacy: 'S3', isOpen: true, headings: ['诊断'] }),
    hospital: text({ max: 100, headings: ['诊断医院', '医疗机构'] }),
    diagnosedOn: date({ headings: ['诊断日期'] }),
    number: optional(text({ privacy: 'S2', max: 60, headings: ['证明编号'] })),
    papers: optional(attachments({ privacy: 'S3' })),
  },
  scope: { from: 'person' },
  title: 'clientName',
  search: ['clientName'],
  list: {
    columns: ['clientName', 'category', 'finding', 'hospital', 'diagnosedOn'],
    filters: ['person', 'category', 'finding', 'diagnosedOn'],
    orders: ['diagnosedOn'],
    direction: 'descending',
  },
})
