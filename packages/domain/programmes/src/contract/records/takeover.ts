import { copied, declarationName, defineRecord, money, name, number, optional, reference, text } from '@opendpf/kit'
import { month } from '../month.js'
import { programmesId } from '../programme.js'

/**
 * Somebody who received already when the county began to work with this system (存量移交): one row of the old roster, with the document that it was
 * granted by. It comes by the import alone, and leads to an enrolment; what was paid before the first month here is no arrears.
 */
export const takeover = defineRecord({
  fields: {
    programme: declarationName(programmesId, { headings: ['项目', '补贴项目', '补贴类别'] }),
    person: reference('persons.person', { headings: ['身份证号', '公民身份号码', '残疾人身份证号'] }),
    personName: copied(name(), { reference: 'person', field: 'name' }),
    household: optional(reference('persons.household', { isDerived: true })),
    objectNumber: optional(text({ privacy: 'S2', max: 60, headings: ['车架号', '学籍号'] })),
    /** Since when the old system has paid. */
    grantedSince: month({ headings: ['享受起始月份', '起始月份', '开始享受月份'] }),
    /** The first month that is granted here. */
    fromMonth: month({ headings: ['接续发放月份', '接续月份'] }),
    /** What the old system paid for a month, or a year. */
    amount: optional(money({ privacy: 'S2', min: 1, headings: ['月金额', '月标准', '补贴金额'] })),
    bank: optional(text({ max: 100, headings: ['开户银行', '开户行', '银行名称'] })),
    accountNumber: optional(number('bank-account', { headings: ['银行账号', '银行卡号', '账号', '社保卡账号'] })),
    /** The old decision: number, day, or the list that it stands in. */
    document: text({ max: 200, headings: ['原审批文件', '来源文件', '审批依据', '文号'] }),
  },
  scope: { from: 'person' },
  title: 'personName',
  operations: ['import', 'export'],
  list: {
    columns: ['personName', 'programme', 'grantedSince', 'fromMonth', 'amount', 'document'],
    filters: ['programme', 'person', 'fromMonth'],
    orders: ['fromMonth'],
    direction: 'descending',
  },
})
