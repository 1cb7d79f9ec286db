import { choice, defineRecord, multiline, optional, reference, whole } from '@opendpf/kit'
import { whoFields } from './people.js'

/** Somebody wants to take part. Whoever comes when all places are taken waits, and moves up in order. */
export const registration = defineRecord({
  fields: {
    activity: reference('activities.activity'),
    ...whoFields,
    /** The order in which people asked, from 1. */
    position: whole({ isDerived: true }),
    remark: optional(multiline({ privacy: 'S2', max: 500 })),
    withdrawReason: optional(multiline({ privacy: 'S2', max: 500 })),
    state: choice(['waiting', 'admitted', 'withdrawn']),
  },
  scope: { from: 'activity' },
  title: 'position',
  operations: ['create', 'update', 'import', 'export'],
  list: {
    columns: ['position', 'activity', 'person', 'outsiderName', 'part', 'state'],
    filters: ['activity', 'person', 'part', 'state'],
    orders: ['position'],
  },
  workflow: {
    field: 'state',
    initial: 'waiting',
    final: ['withdrawn'],
    transitions: {
      admit: { from: 'waiting', to: 'admitted', by: 'system', emits: 'registration.admitted' },
      withdraw: { from: ['waiting', 'admitted'], to: 'withdrawn', requires: ['withdrawReason'] },
    },
    waits: {
      waiting: { owner: 'county', clock: null, escape: 'admit' },
      admitted: { owner: 'applicant', clock: null, escape: 'withdraw' },
    },
  },
})
