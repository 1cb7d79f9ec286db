import {
  attachments,
  choice,
  date,
  declarationName,
  defineRecord,
  division,
  multiline,
  name,
  number,
  optional,
  text,
} from '@opendpf/kit'
import { applicantKinds } from '../applicant-kinds.js'
import { programmesId } from '../programme.js'

/**
 * An application that this county receives for the county of somebody's household register (全程跨省通办), and pushes there: the other one decides, and
 * its grant counts from the day of this receipt. It lies where it was received.
 */
export const receipt = defineRecord({
  fields: {
    programme: declarationName(programmesId),
    applicantName: name(),
    idNumber: number('resident-id'),
    /** The household register, where it lies in this system; in words, where it does not. */
    householdDivision: optional(division()),
    householdPlace: optional(text({ max: 100 })),
    applicant: choice(applicantKinds),
    agentName: optional(text({ privacy: 'S2', max: 50 })),
    phone: optional(number('phone', { privacy: 'S2' })),
    reason: optional(multiline({ privacy: 'S2', max: 500 })),
    documents: optional(attachments({ privacy: 'S3', max: 20 })),
    division: division(),
    /** The day on which it was complete: the period of pushing and the first month count from it. */
    receivedOn: optional(date({ isDerived: true })),
    pushedOn: optional(date({ isDerived: true })),
    /** The application that was opened there, where that county is served here. */
    application: optional(text({ max: 36, isDerived: true })),
    outcome: optional(multiline({ privacy: 'S2', max: 500 })),
    withdrawReason: optional(multiline({ privacy: 'S2', max: 500 })),
    state: choice(['draft', 'complete', 'pushed', 'approved', 'returned', 'withdrawn']),
  },
  scope: 'division',
  title: 'applicantName',
  search: ['applicantName'],
  operations: ['create', 'update', 'export'],
  list: {
    columns: ['applicantName', 'programme', 'householdDivision', 'householdPlace', 'receivedOn', 'pushedOn', 'state'],
    filters: ['programme', 'state', 'receivedOn', 'pushedOn', 'division'],
    orders: ['receivedOn'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'draft',
    final: ['approved', 'returned', 'withdrawn'],
    transitions: {
      complete: { from: 'draft', to: 'complete', guards: ['placeNamed'] },
      push: { from: 'complete', to: 'pushed', emits: 'receipt.pushed' },
      // a county outside this system answers by letter
      noteApproval: { from: 'pushed', to: 'approved', requires: ['outcome'], guards: ['isOutside'] },
      noteReturn: { from: 'pushed', to: 'returned', requires: ['outcome'], guards: ['isOutside'] },
      approveThere: { from: 'pushed', to: 'approved', by: 'system' },
      returnThere: { from: 'pushed', to: 'returned', by: 'system', requires: ['outcome'] },
      withdraw: { from: ['draft', 'complete'], to: 'withdrawn', requires: ['withdrawReason'] },
    },
    clocks: {
      /** Three working days from the complete documents (全程跨省通办). */
      pushing: { runs: ['complete'], statutory: { workingDays: 3 }, remind: 1 },
      answer: { runs: ['pushed'], statutory: { workingDays: 10 } },
    },
    waits: {
      draft: { owner: 'applicant', clock: null, escape: 'withdraw' },
      complete: { owner: 'county', clock: 'pushing', escape: 'push' },
      pushed: { owner: 'other-department', clock: 'answer', escape: 'returnThere' },
    },
  },
})
