import { defineCodeList } from './code-list.js'

/** Marital status (GB/T 2261.2); 21 to 23 are kinds of 20. */
export const maritalStatuses = defineCodeList({
  id: 'marital-status',
  zh: '婚姻状况',
  en: 'Marital status',
  source: 'GB/T 2261.2',
  entries: [
    { code: '10', zh: '未婚', en: 'Never married', aliases: ['单身未婚'] },
    { code: '20', zh: '已婚', en: 'Married', aliases: ['有配偶', '在婚'] },
    { code: '21', zh: '初婚', en: 'First marriage' },
    { code: '22', zh: '再婚', en: 'Remarried' },
    { code: '23', zh: '复婚', en: 'Remarried to former spouse' },
    { code: '30', zh: '丧偶', en: 'Widowed' },
    { code: '40', zh: '离婚', en: 'Divorced', aliases: ['离异', '已离婚'] },
    { code: '90', zh: '未说明的婚姻状况', en: 'Not stated', aliases: ['未说明', '不详'] },
  ],
  ambiguous: { 单身: ['10', '30', '40'] },
})

/** Two digits of GB/T 2261.2. */
export type MaritalStatus = (typeof maritalStatuses.codes)[number]
