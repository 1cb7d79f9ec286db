import { defineCodeList } from '../codes/code-list.js'

/** First character of a credit code: who registered the organisation (GB 32100-2015). */
export const creditCodeAuthorities = defineCodeList({
  id: 'credit-code-authority',
  zh: '登记管理部门',
  en: 'Registering authority',
  source: 'GB 32100-2015',
  entries: [
    { code: '1', zh: '机构编制', en: 'Institutional establishment' },
    { code: '2', zh: '外交', en: 'Foreign affairs' },
    { code: '3', zh: '司法行政', en: 'Justice' },
    { code: '4', zh: '文化', en: 'Culture' },
    { code: '5', zh: '民政', en: 'Civil affairs' },
    { code: '6', zh: '旅游', en: 'Tourism' },
    { code: '7', zh: '宗教', en: 'Religious affairs' },
    { code: '8', zh: '工会', en: 'Trade unions' },
    { code: '9', zh: '市场监管', en: 'Market regulation', aliases: ['工商'] },
    { code: 'A', zh: '中央军委改革和编制办公室', en: 'Central Military Commission reform and establishment office' },
    { code: 'N', zh: '农业农村', en: 'Agriculture and rural affairs', aliases: ['农业'] },
    { code: 'Y', zh: '其他', en: 'Other' },
  ],
})

/**
 * Kinds of organisation by the first two characters of the code. A combination that is not here is the
 * authority's 其他 (`9`) or one the standard leaves open: never a reason to refuse.
 */
export const organisationKinds = defineCodeList({
  id: 'organisation-kind',
  zh: '机构类别',
  en: 'Kind of organisation',
  source: 'GB 32100-2015',
  entries: [
    { code: '11', zh: '机关', en: 'State organ' },
    { code: '12', zh: '事业单位', en: 'Public institution' },
    {
      code: '13',
      zh: '群众团体',
      en: "People's organisation",
      aliases: ['编办直接管理机构编制的群众团体', '群团组织'],
    },
    { code: '31', zh: '律师执业机构', en: 'Law firm', aliases: ['律师事务所', '律所'] },
    { code: '32', zh: '公证处', en: 'Notary office' },
    { code: '33', zh: '基层法律服务所', en: 'Grassroots legal service office' },
    { code: '34', zh: '司法鉴定机构', en: 'Forensic institution' },
    { code: '35', zh: '仲裁委员会', en: 'Arbitration commission' },
    { code: '51', zh: '社会团体', en: 'Social organisation' },
    { code: '52', zh: '民办非企业单位', en: 'Private non-enterprise unit', aliases: ['社会服务机构', '民非'] },
    { code: '53', zh: '基金会', en: 'Foundation' },
    { code: '91', zh: '企业', en: 'Enterprise', aliases: ['公司'] },
    { code: '92', zh: '个体工商户', en: 'Individual business', aliases: ['个体户'] },
    { code: '93', zh: '农民专业合作社', en: "Farmers' cooperative", aliases: ['合作社'] },
    { code: 'N1', zh: '组级集体经济组织', en: 'Group-level collective' },
    { code: 'N2', zh: '村级集体经济组织', en: 'Village-level collective' },
    { code: 'N3', zh: '乡镇级集体经济组织', en: 'Town-level collective' },
  ],
})
