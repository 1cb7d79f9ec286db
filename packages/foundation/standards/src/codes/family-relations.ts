import { defineCodeList } from './code-list.js'

/**
 * Relation to the head of the household or to the person (GB/T 4761, two digits).
 * Codes of one digit are another edition of the standard, in which `1` is the spouse: they are not matched.
 */
export const familyRelations = defineCodeList({
  id: 'family-relation',
  zh: '家庭关系',
  en: 'Family relation',
  source: 'GB/T 4761',
  entries: [
    { code: '01', zh: '本人或户主', en: 'Self or head of household', aliases: ['本人', '户主', '本人/户主'] },
    { code: '10', zh: '配偶', en: 'Spouse', aliases: ['夫', '妻', '丈夫', '妻子', '老公', '老婆', '爱人'] },
    {
      code: '20',
      zh: '子',
      en: 'Son',
      aliases: ['儿子', '独生子', '长子', '次子', '三子', '四子', '五子', '养子', '继子', '养子或继子'],
    },
    {
      code: '30',
      zh: '女',
      en: 'Daughter',
      aliases: ['女儿', '独生女', '长女', '次女', '二女', '三女', '四女', '五女', '养女', '继女', '养女或继女'],
    },
    {
      code: '40',
      zh: '孙子、孙女或外孙子、外孙女',
      en: 'Grandchild',
      aliases: ['孙辈', '孙子', '孙女', '外孙', '外孙子', '外孙女', '孙', '孙子女', '外孙子女'],
    },
    {
      code: '50',
      zh: '父母',
      en: 'Parent',
      aliases: [
        '父',
        '母',
        '父亲',
        '母亲',
        '爸爸',
        '妈妈',
        '养父',
        '养母',
        '继父',
        '继母',
        '公公',
        '婆婆',
        '岳父',
        '岳母',
      ],
    },
    {
      code: '60',
      zh: '祖父母或外祖父母',
      en: 'Grandparent',
      aliases: [
        '祖父母',
        '外祖父母',
        '祖父',
        '祖母',
        '外祖父',
        '外祖母',
        '爷爷',
        '奶奶',
        '外公',
        '外婆',
        '姥爷',
        '姥姥',
      ],
    },
    {
      code: '70',
      zh: '兄弟姐妹',
      en: 'Sibling',
      aliases: ['兄', '弟', '姐', '妹', '哥哥', '弟弟', '姐姐', '妹妹', '兄弟', '姐妹', '姊妹'],
    },
    { code: '97', zh: '其他亲属', en: 'Other relative', aliases: ['亲属', '亲戚'] },
    { code: '99', zh: '非亲属', en: 'Not related', aliases: ['无亲属关系'] },
  ],
  ambiguous: {
    子女: ['20', '30'],
    孩子: ['20', '30'],
    女婿: ['20', '30', '97'],
    儿媳: ['20', '30', '97'],
    其他: ['97', '99'],
  },
})

/** Two digits of GB/T 4761. */
export type FamilyRelation = (typeof familyRelations.codes)[number]
