import { dayTexts } from '@opendpf/kit'
import { under } from '@opendpf/messages'
import type { referralZh } from './referral-zh.js'

/** English texts of referrals to other departments. */
export const referralEn: { readonly [Key in keyof typeof referralZh]: string } = {
  referral: 'Referral to a department',
  'referral.person': 'Person',
  'referral.clientName': 'Name',
  'referral.department': 'Department',
  'referral.matter': 'Matter',
  'referral.matter.allowance': 'Minimum living allowance',
  'referral.matter.extremely-poor': 'Support of the extremely poor',
  'referral.matter.temporary-relief': 'Temporary relief',
  'referral.matter.medical-aid': 'Medical aid',
  'referral.matter.insurance': 'Social insurance',
  'referral.matter.employment': 'Employment',
  'referral.matter.housing': 'Housing',
  'referral.matter.schooling': 'Schooling',
  'referral.matter.other': 'Other',
  'referral.sentOn': 'Sent on',
  'referral.request': 'Situation and request',
  'referral.answeredOn': 'Answered on',
  'referral.outcome': 'Outcome',
  'referral.outcome.granted': 'Granted',
  'referral.outcome.refused': 'Not eligible',
  'referral.outcome.not-responsible': 'Not the department’s matter',
  'referral.answer': 'Answer',
  'referral.withdrawReason': 'Withdrawn because',
  'referral.state': 'State',
  'referral.state.sent': 'To be answered',
  'referral.state.answered': 'Answered',
  'referral.state.withdrawn': 'Withdrawn',
  'referral.do.answer': 'Enter the answer',
  'referral.do.withdraw': 'Withdraw',
  'referral.clock.answer': 'Answer of the department',
  'referral.section.sent': 'Referral',
  'referral.section.answer': 'Answer',
  ...under('referral', dayTexts.en),

  'desk.referral': 'Referrals to follow up',
}
