import type { takeoverZh } from './takeover-zh.js'

/** What rows of an old roster are called in English. */
export const takeoverEn: Record<keyof typeof takeoverZh, string> = {
  takeover: 'Taken over',
  'takeover.programme': 'Programme',
  'takeover.person': 'ID number (person)',
  'takeover.personName': 'Name',
  'takeover.household': 'Household',
  'takeover.objectNumber': 'Frame or student number',
  'takeover.grantedSince': 'Received since',
  'takeover.fromMonth': 'First month here',
  'takeover.amount': 'Paid before',
  'takeover.bank': 'Bank',
  'takeover.accountNumber': 'Account number',
  'takeover.document': 'Document of the old decision',
  'takeover.problem.programme': 'No service line declares this programme',
  'takeover.problem.once': 'What is paid once has nobody to take over',
  'takeover.problem.organisation':
    'What is granted to organisations is not taken over person by person; begin with an application',
  'takeover.problem.county': 'The county brings in the old roster; an account of a town cannot',
  'takeover.problem.kept': 'Once taken over, {{label}} stays; undo the import and bring it in again where it was wrong',
  'takeover.problem.order': 'The first month here is not before the month since which it was received',
  'takeover.problem.future': 'The month since which it was received is not after this month',
  'takeover.problem.amount': 'This programme decides each sum: enter what was paid before',
  'takeover.problem.objectNumber': 'Enter the frame or student number',
  'takeover.problem.bank': 'Bank and account number are entered together',
  'takeover.problem.household': 'No household of this person is recorded; record its members first',
  'takeover.problem.enrolled': 'Enrolled already, granted from {{month}}; not taken over twice',
  'takeover.problem.repeated': 'This person stands in the roster more than once for this programme',
  'takeover.problem.excluded': 'Draws something that excludes this programme; check, and end one of them first',
  'takeover.warning.not-eligible':
    'Does not qualify by the rules of today; the first cycle lists it as a difference to be decided',
  'takeover.warning.undecidable':
    'Whether the rules are met cannot be decided from what is recorded; the first cycle lists it as a difference to be decided',
  'takeover.warning.standard': 'Differs from the standard of {{month}}, {{standard}} yuan, which is paid from now on',
}
