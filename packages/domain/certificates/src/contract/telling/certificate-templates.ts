import { texts } from '@opendpf/messages'
import { notificationTemplates } from '@opendpf/notifications'

const day = texts('有效期至', 'Valid until')
const item = texts('申请事项', 'What was applied for')
const toHolder = ['person', 'guardian'] as const

/** So many days before the end of a certificate its holder is told that it ends. */
export const tellBefore = 60

/** What holders and applicants are told. That a case waits for too long the engine tells whoever has to act. */
export const certificateTemplates = notificationTemplates({
  expiring: {
    title: texts('残疾人证即将到期', 'A certificate ends soon'),
    on: 'daily',
    to: toHolder,
    placeholders: { day },
    subject: texts('残疾人证即将到期', 'Your certificate ends soon'),
    text: texts(
      '{{name}}：您的残疾人证有效期至{{day}}，请及时到户籍地残联申请换领，不收取费用。',
      '{{name}}: your disability certificate is valid until {{day}}. Please apply for a new one at the federation of your household register; it is free of charge.',
    ),
  },
  expired: {
    title: texts('残疾人证已到期', 'A certificate has ended'),
    on: { event: 'certificates.certificate.expired' },
    to: toHolder,
    placeholders: { day },
    subject: texts('残疾人证已到期', 'Your certificate has ended'),
    text: texts(
      '{{name}}：您的残疾人证已于{{day}}到期，请到户籍地残联申请换领，不收取费用。',
      '{{name}}: your disability certificate ended on {{day}}. Please apply for a new one at the federation of your household register; it is free of charge.',
    ),
  },
  correctionAsked: {
    title: texts('申请材料需要补正', 'Papers are missing'),
    on: { event: 'certificates.case.correctionAsked' },
    to: toHolder,
    placeholders: { item },
    subject: texts('残疾人证申请材料需要补正', 'Papers of your application are missing'),
    text: texts(
      '{{name}}：您的残疾人证{{item}}申请材料需要补正，请按一次性补正告知书在期限内补正，逾期未补正的视为撤回申请。',
      '{{name}}: papers of your application ({{item}}) are missing. Please bring what the written notice says in time; otherwise the application counts as withdrawn.',
    ),
  },
  ready: {
    title: texts('残疾人证可以领取', 'A certificate can be collected'),
    on: { event: 'certificates.case.printed' },
    to: toHolder,
    placeholders: { item },
    subject: texts('残疾人证可以领取', 'Your certificate is ready'),
    text: texts(
      '{{name}}：您的残疾人证{{item}}申请已办结，请携带身份证领取证件。',
      '{{name}}: your application ({{item}}) was approved. Please collect the certificate with your identity card.',
    ),
  },
  carriedOut: {
    title: texts('残疾人证办件已办结', 'A case is done'),
    on: { event: 'certificates.case.done' },
    to: toHolder,
    placeholders: { item },
    subject: texts('残疾人证办件已办结', 'Your case is done'),
    text: texts('{{name}}：您的残疾人证{{item}}事项已办结。', '{{name}}: your case ({{item}}) is done.'),
  },
  refused: {
    title: texts('申请未通过', 'An application was refused'),
    on: { event: 'certificates.case.refused' },
    to: toHolder,
    placeholders: { item },
    subject: texts('残疾人证申请未通过', 'Your application was refused'),
    text: texts(
      '{{name}}：您的残疾人证{{item}}申请未通过，理由和救济途径见书面决定，可到受理窗口领取。',
      '{{name}}: your application ({{item}}) was refused. The written decision, which you can collect at the counter, gives the reasons and says what you can do.',
    ),
  },
})
