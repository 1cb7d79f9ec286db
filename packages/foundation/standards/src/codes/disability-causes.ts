import { defineCodeList } from './code-list.js'

/** Causes of disability (致残原因) as assessment forms list them. No standard numbers them: the codes are ours. */
export const disabilityCauses = defineCodeList({
  id: 'disability-cause',
  zh: '致残原因',
  en: 'Cause of disability',
  source: 'OpenDPF',
  entries: [
    { code: '01', zh: '遗传', en: 'Hereditary', aliases: ['遗传性'] },
    {
      code: '02',
      zh: '先天或发育障碍',
      en: 'Congenital or developmental',
      aliases: [
        '先天',
        '先天性',
        '发育',
        '发育障碍',
        '先天/发育',
        '先天或发育',
        '先天异常',
        '发育畸形',
        '先天异常或发育障碍',
      ],
    },
    {
      code: '03',
      zh: '产伤或缺氧',
      en: 'Birth injury or lack of oxygen',
      aliases: ['产伤', '缺氧', '产伤/缺氧', '新生儿窒息', '新生儿产伤或窒息'],
    },
    { code: '04', zh: '疾病', en: 'Disease', aliases: ['疾病致残', '因病'] },
    { code: '05', zh: '药物中毒', en: 'Drug poisoning', aliases: ['药物', '药物性', '药物致残'] },
    { code: '06', zh: '工伤', en: 'Work injury', aliases: ['工伤事故', '因工'] },
    { code: '07', zh: '交通事故', en: 'Traffic accident', aliases: ['车祸'] },
    { code: '08', zh: '其他外伤', en: 'Other injury' },
    { code: '09', zh: '衰老', en: 'Ageing', aliases: ['老年性', '年老'] },
    { code: '10', zh: '社会心理因素', en: 'Psychosocial', aliases: ['社会心理', '心理因素'] },
    { code: '98', zh: '原因不明', en: 'Unknown', aliases: ['不明', '不详', '原因不详'] },
    { code: '99', zh: '其他', en: 'Other', aliases: ['其他原因'] },
  ],
  ambiguous: { 外伤: ['06', '07', '08'], 中毒: ['05', '99'] },
})

/** Two digits, ours. */
export type DisabilityCause = (typeof disabilityCauses.codes)[number]
