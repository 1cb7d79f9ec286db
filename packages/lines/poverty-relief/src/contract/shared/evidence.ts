import { texts } from '@opendpf/messages'

/** Papers that every window asks for. */
export const commonEvidence = {
  idCard: { title: texts('身份证或户口簿', 'Identity card or household book'), isRequired: true },
  certificate: { title: texts('残疾人证', 'Certificate of disability'), isRequired: true },
  account: { title: texts('本人银行账户', 'Bank account of the person'), isRequired: true },
  guardianProof: { title: texts('监护关系证明', 'Proof of guardianship'), isRequired: false },
} as const
