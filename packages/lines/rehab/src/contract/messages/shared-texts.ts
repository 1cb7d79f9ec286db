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

/** Of rows that answer a need. */
export const needZh = {
  need: '对应的需求',
  'problem.needOther': '这项需求不是本人的',
  'problem.needKind': '这项需求不是康复、辅助器具或照护需求',
  'problem.needClosed': '这项需求在 {{on}} 之前已经满足，或者已经关闭；只为有需求的人服务，请先登记新的需求',
  'problem.beforeNeed': '需求在 {{raisedOn}} 提出，不能早于这一天办理',
} as const

export const needEn: { readonly [Key in keyof typeof needZh]: string } = {
  need: 'Need it answers',
  'problem.needOther': 'This need is of another person',
  'problem.needKind': 'This need is not of rehabilitation, devices or care',
  'problem.needClosed':
    'This need was met before {{on}}, or is closed; only people in need are served: register a new need first',
  'problem.beforeNeed': 'The need was raised on {{raisedOn}}: nothing is done for it before that',
}

/** Of rows that hold for a time. */
export const periodZh = { 'problem.period': '结束日期不能早于开始日期' } as const

export const periodEn: { readonly [Key in keyof typeof periodZh]: string } = {
  'problem.period': 'It cannot end before it begins',
}
