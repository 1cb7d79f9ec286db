/** What the papers of a case are called. */
export const documentsZh = {
  'case.document.applicationForm': '残疾人证申请表',
  'case.document.receipt': '受理回执',
  'case.document.correctionNotice': '一次性补正告知书',
  'case.document.assessmentForm': '残疾评定表',
  'case.document.refusalLetter': '不予办理告知书',
  'case.document.insertPages': '残疾人证证芯',
} as const

export const documentsEn = {
  'case.document.applicationForm': 'Application form',
  'case.document.receipt': 'Receipt of the application',
  'case.document.correctionNotice': 'Notice of what is missing',
  'case.document.assessmentForm': 'Assessment form',
  'case.document.refusalLetter': 'Letter of refusal',
  'case.document.insertPages': 'Insert pages of the certificate',
} as const
