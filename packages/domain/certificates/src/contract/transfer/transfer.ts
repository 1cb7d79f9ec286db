import { choice, date, defineRecord, division, multiline, name, number, optional, text } from '@opendpf/kit'

/** Where a transfer is. */
const transferStates = ['released', 'accepted', 'confirmed', 'returned'] as const

/**
 * What the county that released a certificate keeps of it (迁移存根): the holder's file went with the person. It lies where the holder lay,
 * and is written by the case that released; ids are plain text because what they name is out of sight afterwards.
 */
export const transfer = defineRecord({
  fields: {
    holderName: name({ isDerived: true }),
    number: number('certificate-number', { isDerived: true }),
    certificate: text({ isDerived: true, max: 36 }),
    application: text({ isDerived: true, max: 36 }),
    releasedOn: date({ isDerived: true }),
    toDivision: optional(division({ isDerived: true })),
    toPlace: optional(text({ isDerived: true, max: 100 })),
    letterNumber: optional(text({ isDerived: true, max: 60 })),
    /** By what a county outside this system said that it has taken the certificate over. */
    confirmation: optional(text({ max: 200 })),
    returnNote: optional(multiline({ privacy: 'S2', max: 500 })),
    endedOn: optional(date({ isDerived: true })),
    division: division({ isDerived: true }),
    state: choice(transferStates),
  },
  scope: 'division',
  title: 'holderName',
  search: ['holderName'],
  list: {
    columns: ['holderName', 'number', 'state', 'releasedOn', 'toDivision', 'toPlace', 'endedOn'],
    filters: ['state', 'releasedOn', 'endedOn'],
    orders: ['releasedOn', 'holderName'],
    direction: 'descending',
  },
  operations: ['export'],
  workflow: {
    field: 'state',
    initial: 'released',
    final: ['accepted', 'confirmed', 'returned'],
    transitions: {
      accept: { from: 'released', to: 'accepted', by: 'system' },
      sendBack: { from: 'released', to: 'returned', by: 'system', requires: ['returnNote'] },
      confirm: { from: 'released', to: 'confirmed', requires: ['confirmation'], guards: ['leavesSystem'] },
      comeBack: { from: 'released', to: 'returned', requires: ['returnNote'], guards: ['leavesSystem'] },
    },
    clocks: {
      // the Measures freeze what is not transferred for six months: so long a transfer may take, and then somebody has to ask
      underWay: { runs: ['released'], statutory: { months: 6 }, promised: { workingDays: 20 }, remind: 10 },
    },
    waits: { released: { owner: 'other-department', clock: 'underWay', escape: 'confirm' } },
  },
})
