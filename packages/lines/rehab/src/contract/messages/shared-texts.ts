/** Texts of fields that several records have. */
export const settingZh = {
  setting: '服务形式',
  'setting.institution': '机构康复',
  'setting.community': '社区康复',
  'setting.home': '居家康复',
  'setting.on-site': '上门服务',
  institution: '服务机构',
} as const

export const settingEn: { readonly [Key in keyof typeof settingZh]: string } = {
  setting: 'Setting',
  'setting.institution': 'Institution',
  'setting.community': 'Community',
  'setting.home': 'Home',
  'setting.on-site': 'On site',
  institution: 'Institution that serves',
}

export const costZh = {
  cost: '总费用',
  fundPaid: '残联补助',
  insurancePaid: '医保报销',
  reduced: '机构减免',
  selfPaid: '个人负担',
  isFree: '免费',
  budgetLine: '预算项目',
  'problem.shares': '补助、报销和减免之和不能超过总费用',
  'problem.costUnknown': '填写了补助、报销或者减免，就应当填写总费用',
} as const

export const costEn: { readonly [Key in keyof typeof costZh]: string } = {
  cost: 'Cost',
  fundPaid: 'Paid by the federation',
  insurancePaid: 'Paid by insurance',
  reduced: 'Reduced by the institution',
  selfPaid: 'Paid by the person',
  isFree: 'Free',
  budgetLine: 'Budget line',
  'problem.shares': 'What others pay exceeds the cost',
  'problem.costUnknown': 'Where others pay a part, the cost has to be known',
}

export const effectZh = { marked: '显著改善', improved: '有改善', unchanged: '没有变化', worse: '变差' } as const

export const effectEn: { readonly [Key in keyof typeof effectZh]: string } = {
  marked: 'Markedly better',
  improved: 'Better',
  unchanged: 'Unchanged',
  worse: 'Worse',
}
