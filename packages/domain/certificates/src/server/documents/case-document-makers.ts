import { applicationForm } from './application-form.js'
import { assessmentForm } from './assessment-form.js'
import { correctionNotice } from './correction-notice.js'
import { insertPages } from './insert-pages.js'
import { receipt } from './receipt.js'
import { refusalLetter } from './refusal-letter.js'

/** How the papers of a case are made. */
export const caseDocumentMakers = {
  'case.applicationForm': applicationForm,
  'case.receipt': receipt,
  'case.correctionNotice': correctionNotice,
  'case.assessmentForm': assessmentForm,
  'case.refusalLetter': refusalLetter,
  'case.insertPages': insertPages,
} as const
