import { choice, date, defineRecord, flag, multiline, number, optional, reference, text } from '@opendpf/kit'
import { needKinds, statusKinds } from '@opendpf/persons'

/**
 * What a checked record says otherwise than the register (比对差异): a status that begins or has ended, a need that nobody knew, another
 * telephone number. A person decides; what is accepted is written into the register with the survey as its source.
 */
export const proposal = defineRecord({
  fields: {
    interview: reference('surveys.interview', { isDerived: true, onRemove: 'remove' }),
    campaign: reference('surveys.campaign', { isDerived: true }),
    person: reference('persons.person', { isDerived: true }),
    /** The code of the question whose answer says so. */
    question: text({ isDerived: true, max: 20 }),
    change: choice(['begins', 'ends', 'needed', 'phone'], { isDerived: true }),
    statusKind: optional(choice(statusKinds, { privacy: 'S2', isDerived: true })),
    needKind: optional(choice(needKinds, { isDerived: true })),
    isUrgent: optional(flag({ isDerived: true })),
    phone: optional(number('phone', { privacy: 'S2', storage: 'sealed', isDerived: true })),
    /** The day of the interview, from which the change holds. */
    foundOn: date({ isDerived: true }),
    decidedOn: optional(date({ isDerived: true })),
    rejectReason: optional(multiline({ privacy: 'S2', max: 300 })),
    state: choice(['open', 'accepted', 'rejected']),
  },
  scope: { from: 'interview' },
  title: 'change',
  operations: ['export'],
  list: {
    columns: ['person', 'change', 'statusKind', 'needKind', 'phone', 'foundOn', 'state'],
    filters: ['campaign', 'interview', 'person', 'change', 'state', 'statusKind', 'needKind'],
    orders: ['foundOn'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'open',
    final: ['accepted', 'rejected'],
    transitions: {
      accept: { from: 'open', to: 'accepted' },
      reject: { from: 'open', to: 'rejected', requires: ['rejectReason'] },
    },
    waits: { open: { owner: 'town', clock: null, escape: 'accept' } },
  },
})
