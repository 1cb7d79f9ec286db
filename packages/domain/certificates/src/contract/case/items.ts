/** What somebody asks for: one application is one case (办件). */
export const caseItems = [
  'new',
  'renew',
  'reissue-lost',
  'exchange-damaged',
  'change-grade',
  'cancel',
  'freeze',
  'unfreeze',
  'transfer-out',
  'transfer-in',
] as const

export type CaseItem = (typeof caseItems)[number]

interface ItemRule {
  /** Whether an institution has to assess: always, never, or where the condition has changed visibly. */
  readonly assessment: 'always' | 'never' | 'where-changed'
  /** Whether the conclusion is posted in the village (办法 第 9 条): for those who had no certificate or another grade. */
  readonly isPosted: boolean
  /** Whether the case ends with a certificate that is handed over: always, never, or where it was assessed anew. */
  readonly isPrinted: boolean | 'where-assessed'
  /** States of the certificate that the case may be about; empty for one who has none. */
  readonly about: readonly string[]
}

/** What sets the items apart (中华人民共和国残疾人证管理办法 第 9、19-24 条). */
export const itemRules: Readonly<Record<CaseItem, ItemRule>> = {
  new: { assessment: 'always', isPosted: true, isPrinted: true, about: [] },
  renew: { assessment: 'where-changed', isPosted: false, isPrinted: true, about: ['valid', 'expired'] },
  'reissue-lost': { assessment: 'never', isPosted: false, isPrinted: true, about: ['valid'] },
  'exchange-damaged': { assessment: 'never', isPosted: false, isPrinted: true, about: ['valid'] },
  'change-grade': { assessment: 'always', isPosted: true, isPrinted: true, about: ['valid'] },
  cancel: { assessment: 'never', isPosted: false, isPrinted: false, about: ['valid', 'expired', 'frozen'] },
  freeze: { assessment: 'never', isPosted: false, isPrinted: false, about: ['valid'] },
  unfreeze: { assessment: 'never', isPosted: false, isPrinted: false, about: ['frozen'] },
  'transfer-out': { assessment: 'never', isPosted: false, isPrinted: false, about: ['valid', 'frozen'] },
  // the receiving county may ask for another assessment (第 23 条); without one the certificate goes on as it is
  'transfer-in': {
    assessment: 'where-changed',
    isPosted: false,
    isPrinted: 'where-assessed',
    about: ['transferring'],
  },
}

/** What of a case its rules turn on. */
interface CaseFacts {
  readonly item: CaseItem
  readonly hasChanged: boolean | null
}

/** Whether an institution has to assess in this case. */
export function isAssessed({ item, hasChanged }: CaseFacts): boolean {
  const { assessment } = itemRules[item]
  return assessment === 'always' || (assessment === 'where-changed' && hasChanged === true)
}

/** Whether this case ends with a certificate that is printed and handed over. */
export function isPrinted(facts: CaseFacts): boolean {
  const { isPrinted: rule } = itemRules[facts.item]
  return rule === 'where-assessed' ? isAssessed(facts) : rule
}
