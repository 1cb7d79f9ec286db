import { defineCodeList } from './code-list.js'

/** Highest education (GB/T 4658, first digit). */
export const educationLevels = defineCodeList({
  id: 'education-level',
  zh: '文化程度',
  en: 'Education',
  source: 'GB/T 4658',
  optionalEndings: ['教育'],
  entries: [
    { code: '10', zh: '研究生教育', en: 'Postgraduate', aliases: ['硕士', '博士', '硕士研究生', '博士研究生'] },
    { code: '20', zh: '大学本科', en: 'Bachelor', aliases: ['本科', '大学', '本科教育', '大学本科教育', '学士'] },
    { code: '30', zh: '大学专科', en: 'Junior college', aliases: ['专科', '大专', '大学专科教育', '专科教育', '高职'] },
    {
      code: '40',
      zh: '中等职业教育',
      en: 'Secondary vocational',
      aliases: ['中职', '中专', '职高', '技校', '中技', '职业高中', '中等专科', '中等专业学校', '技工学校'],
    },
    { code: '60', zh: '普通高级中学', en: 'Senior secondary', aliases: ['高中', '普通高中', '普高', '高级中学'] },
    { code: '70', zh: '初级中学', en: 'Junior secondary', aliases: ['初中'] },
    { code: '80', zh: '小学', en: 'Primary' },
    {
      code: '90',
      zh: '其他',
      en: 'Other',
      aliases: ['文盲', '半文盲', '文盲或半文盲', '文盲半文盲', '不识字', '未上学', '未上过学', '从未上学'],
    },
  ],
  ambiguous: { 中学: ['60', '70'], 高职高专: ['30', '40'] },
})

/** Two digits of GB/T 4658. */
export type EducationLevel = (typeof educationLevels.codes)[number]
