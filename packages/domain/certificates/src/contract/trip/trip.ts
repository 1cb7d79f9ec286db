import { choice, date, defineRecord, division, multiline, optional, reference, text, whole } from '@opendpf/kit'

/** A day on which the county went out to people (上门、下乡办证, 办法 第 11 条). */
export const trip = defineRecord({
  fields: {
    heldOn: date(),
    purpose: choice(['home-assessment', 'collective-assessment', 'acceptance', 'hand-over', 'other']),
    place: text({ max: 100 }),
    staff: text({ privacy: 'S2', max: 200 }),
    institution: optional(text({ max: 100 })),
    report: optional(multiline({ max: 1000 })),
    cancelNote: optional(multiline({ max: 500 })),
    /** Different people who were served, and how often anybody was: counted from the rows of `tripService`. */
    persons: whole({ isDerived: true }),
    personTimes: whole({ isDerived: true }),
    division: division(),
    state: choice(['planned', 'done', 'cancelled']),
  },
  scope: 'division',
  title: 'place',
  list: {
    columns: ['heldOn', 'place', 'division', 'purpose', 'state', 'persons', 'personTimes'],
    filters: ['purpose', 'state', 'heldOn'],
    orders: ['heldOn'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'planned',
    final: ['done', 'cancelled'],
    transitions: {
      finish: { from: 'planned', to: 'done', requires: ['report'], guards: ['isPast'] },
      cancel: { from: 'planned', to: 'cancelled', requires: ['cancelNote'], guards: ['servedNobody'] },
    },
    waits: { planned: { owner: 'county', clock: null, escape: 'finish' } },
  },
})

/** One thing done for one person on a trip, in a case or without one: the rows that trips, persons and person-times are counted from. */
export const tripService = defineRecord({
  fields: {
    trip: reference('certificates.trip'),
    person: reference('persons.person'),
    application: optional(reference('certificates.case')),
    kind: choice(['assessment', 'acceptance', 'hand-over', 'advice', 'other']),
    remark: optional(multiline({ privacy: 'S2', max: 500 })),
  },
  scope: { from: 'trip' },
  title: 'kind',
  list: { columns: ['trip', 'person', 'kind', 'application'], filters: ['kind'], orders: ['kind'] },
})
