import {
  choice,
  data,
  date,
  declarationName,
  defineRecord,
  division,
  multiline,
  optional,
  reference,
  text,
} from '@opendpf/kit'
import { eligibilityId } from './declare.js'
import { parameterValueSchema } from './values.js'

/**
 * What one division decided about a parameter, from a day on. It holds for everything below the division that has not decided otherwise,
 * until the next decision of the same division. Once in force it is never edited: a new standard is a new row, a mistake is corrected with
 * its reason and stays to be read.
 */
export const parameter = defineRecord({
  fields: {
    name: declarationName(eligibilityId, { within: 'parameters', headings: ['参数'] }),
    /** Of any level; empty for the whole country. */
    region: optional(division({ headings: ['适用地区'] })),
    since: date({ headings: ['执行日期', '起始日期'] }),
    /** The last day, where the document says one. */
    until: optional(date({ headings: ['截止日期'] })),
    value: data(parameterValueSchema, { dependsOn: 'name' }),
    documentTitle: text({ max: 200, headings: ['文件名称'] }),
    documentNumber: optional(text({ headings: ['文号'] })),
    documentDate: optional(date({ headings: ['发文日期'] })),
    /** Why it holds for months that are over, or what was wrong with the row that it replaces. */
    grounds: optional(multiline({ max: 500 })),
    /** The row that was wrong. */
    replaces: optional(reference('eligibility.parameter')),
    correctionReason: optional(multiline({ max: 500 })),
    state: choice(['draft', 'in-force', 'corrected', 'dropped']),
  },
  scope: 'global',
  title: 'name',
  operations: ['create', 'update', 'export'],
  list: {
    columns: ['name', 'region', 'since', 'until', 'value', 'documentNumber', 'state'],
    filters: ['name', 'state', 'since'],
    orders: ['since', 'name'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'draft',
    final: ['corrected', 'dropped'],
    transitions: {
      enact: { from: 'draft', to: 'in-force', guards: ['alone', 'accounted'], emits: 'parameter.enacted' },
      drop: { from: 'draft', to: 'dropped' },
      correct: { from: 'in-force', to: 'corrected', requires: ['correctionReason'], emits: 'parameter.corrected' },
    },
    waits: {
      draft: { owner: 'county', clock: null, escape: 'enact' },
      'in-force': { owner: 'county', clock: null, escape: 'correct' },
    },
  },
  sections: [
    { title: 'parameter.section.value', fields: ['name', 'region', 'value', 'since', 'until', 'state'] },
    { title: 'parameter.section.document', fields: ['documentTitle', 'documentNumber', 'documentDate'] },
    { title: 'parameter.section.correction', fields: ['grounds', 'replaces', 'correctionReason'] },
  ],
})
