import {
  choice,
  copied,
  date,
  declarationName,
  defineRecord,
  division,
  multiline,
  name,
  optional,
  reference,
  text,
} from '@opendpf/kit'
import { matchingId } from './kind.js'

/** What differs: in the list and without the status here, with it here and not in the list, dead there and alive here, or listed. */
export const differenceSorts = ['not-in-register', 'not-in-list', 'deceased', 'listed'] as const
export type DifferenceSort = (typeof differenceSorts)[number]

const derived = { isDerived: true } as const

/**
 * Where a list and the register do not agree about a person. Nothing follows from it until somebody has looked and decided, with a reason
 * (个人信息保护法 第 24 条: nobody is decided about by a machine alone).
 */
export const difference = defineRecord({
  fields: {
    person: reference('persons.person', derived),
    holderName: copied(name(), { reference: 'person', field: 'name' }),
    list: reference('matching.list', derived),
    kind: declarationName(matchingId, derived),
    sort: choice(differenceSorts, { ...derived, privacy: 'S2' }),
    entry: optional(reference('matching.entry', { ...derived, onRemove: 'remove' })),
    /** The period that a person who left a list has here. */
    status: optional(reference('persons.status', { ...derived, onRemove: 'remove' })),
    /** The day from which it holds, as the list says: of the row, else of the list. */
    day: date({ privacy: 'S2' }),
    reason: optional(multiline({ privacy: 'S2', max: 500 })),
    decidedBy: optional(text({ ...derived, max: 80 })),
    decidedOn: optional(date(derived)),
    /** That of the list: who sees the list sees what it says, and nobody else. */
    division: division(derived),
    state: choice(['open', 'confirmed', 'rejected']),
  },
  scope: 'division',
  title: 'holderName',
  search: ['holderName'],
  operations: ['export'],
  list: {
    columns: ['holderName', 'kind', 'sort', 'day', 'list', 'state', 'decidedOn'],
    filters: ['list', 'kind', 'sort', 'state', 'decidedOn'],
    orders: ['day', 'holderName'],
    direction: 'descending',
  },
  sections: [
    { title: 'difference.section.what', fields: ['person', 'kind', 'sort', 'day', 'list', 'entry', 'status'] },
    { title: 'difference.section.decision', fields: ['state', 'reason', 'decidedBy', 'decidedOn'] },
  ],
  workflow: {
    field: 'state',
    initial: 'open',
    final: ['confirmed', 'rejected'],
    transitions: {
      confirm: { from: 'open', to: 'confirmed', requires: ['reason', 'day'], guards: ['stillDiffers'] },
      reject: { from: 'open', to: 'rejected', requires: ['reason'] },
    },
    waits: { open: { owner: 'county', clock: null, escape: 'reject' } },
  },
})
