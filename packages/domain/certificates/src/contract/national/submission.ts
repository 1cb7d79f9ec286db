import {
  choice,
  code,
  copied,
  data,
  date,
  defineRecord,
  multiline,
  name,
  number,
  optional,
  reference,
  text,
} from '@opendpf/kit'
import { disabilityCategories, disabilityGrades } from '@opendpf/standards'
import { caseItems } from '../case/items.js'
import { componentsSchema } from '../components.js'

/**
 * One case on its way through the national system (全国残疾人人口基础数据库), which alone gives numbers. The list of what waits is exported for
 * it, and its answers come back as an import of the same lines: confirmed with a number, or rejected with a reason.
 */
export const submission = defineRecord({
  fields: {
    /** County, day and a mark of its own: how the answer finds its case. */
    reference: text({ isKey: true, max: 40, headings: ['报送编号', '编号'] }),
    person: reference('persons.person', { isDerived: true }),
    holderName: copied(name(), { reference: 'person', field: 'name' }),
    application: reference('certificates.case', { isDerived: true }),
    idNumber: number('resident-id', { isDerived: true }),
    item: choice(caseItems, { isDerived: true }),
    category: optional(code(disabilityCategories, { privacy: 'S3', isOpen: true, isDerived: true })),
    grade: optional(code(disabilityGrades, { privacy: 'S3', isOpen: true, isDerived: true })),
    components: optional(data(componentsSchema, { privacy: 'S3', isOpen: true, isDerived: true })),
    priorNumber: optional(number('certificate-number', { isDerived: true })),
    sentOn: date({ isDerived: true }),
    result: optional(choice(['confirmed', 'rejected'], { headings: ['核验结果', '审核结果', '结果'] })),
    number: optional(number('certificate-number', { headings: ['核发证号', '残疾人证号', '证号'] })),
    issueDate: optional(date({ headings: ['发证日期', '签发日期'] })),
    reason: optional(multiline({ max: 500, headings: ['退回原因', '原因'] })),
    answeredOn: optional(date({ isDerived: true })),
    state: choice(['waiting', 'confirmed', 'rejected', 'void'], { isDerived: true }),
  },
  scope: { from: 'person' },
  title: 'reference',
  search: ['holderName'],
  list: {
    columns: [
      'reference',
      'holderName',
      'idNumber',
      'item',
      'category',
      'grade',
      'priorNumber',
      'sentOn',
      'state',
      'number',
      'reason',
    ],
    filters: ['state', 'item', 'sentOn', 'answeredOn'],
    orders: ['sentOn', 'reference'],
    direction: 'descending',
  },
  operations: ['import', 'export'],
})
