import { statesUnderWay } from '../case/case-states.js'

const applicant = { 'persons.person': ['idNumber'], 'persons.guardian': ['phone'] } as const
const assessment = ['institution', 'doctors', 'assessedOn', 'criterion', 'findings', 'cause', 'onsetDate'] as const

/** Items that a holder applies for on a form; the county enters the others by itself. */
const appliedFor = ['new', 'renew', 'reissue-lost', 'exchange-damaged', 'change-grade', 'cancel'] as const
const assessed = ['new', 'renew', 'change-grade', 'transfer-in'] as const

/**
 * The papers of a case: what is signed, given out and filed (办法 第 9、25 条). A receipt and a notice leave the office and show the ID
 * number masked; the forms that the law asks for show it.
 */
export const caseDocuments = {
  /** 残疾人证申请表 */
  applicationForm: {
    record: 'case',
    where: { item: appliedFor },
    states: ['draft', 'submitted', 'correcting', ...statesUnderWay],
    reveals: applicant,
  },
  /** 受理回执 */
  receipt: { record: 'case', states: statesUnderWay },
  /** 一次性补正告知书 */
  correctionNotice: { record: 'case', states: ['correcting'], needs: ['correctionNote'] },
  /** 残疾评定表: taken along to the institution empty, and filed with what was found. */
  assessmentForm: {
    record: 'case',
    where: { item: assessed },
    states: statesUnderWay,
    reveals: { ...applicant, 'certificates.case': assessment },
  },
  /** 不予办理告知书, with what can be done about it. */
  refusalLetter: { record: 'case', states: ['not-eligible', 'refused'] },
  /** 证芯: the pages that go into the cover of a certificate on paper; a card is made centrally. */
  insertPages: {
    record: 'case',
    where: { media: ['paper2'] },
    states: ['printed', 'issued'],
    needs: ['number', 'issueDate'],
    reveals: { ...applicant, 'certificates.case': ['number'] },
  },
} as const
