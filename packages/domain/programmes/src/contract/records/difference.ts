import { choice, copied, date, defineRecord, division, multiline, name, optional, reference } from '@opendpf/kit'
import { stopReasons } from '../stop-reasons.js'

/** What a cycle may find beside a reason to stop: nothing certain, a look that is due, a standard that nobody set. */
const differenceKinds = [...stopReasons, 'undecidable', 'check-due', 'no-standard'] as const

/**
 * Something that the register says of somebody who receives, and that a person decides about (核查差异). Nothing stops by itself, and what was
 * decided in a cycle is not asked again in it.
 */
export const difference = defineRecord({
  fields: {
    cycle: reference('programmes.cycle', { onRemove: 'remove' }),
    enrolment: reference('programmes.enrolment'),
    person: reference('persons.person'),
    personName: copied(name(), { reference: 'person', field: 'name' }),
    division: division(),
    kind: choice(differenceKinds, { isDerived: true }),
    /** The day on which it arose, for a stop: the month after it is the first that is not paid, or that month itself. */
    happenedOn: optional(date()),
    note: optional(multiline({ privacy: 'S2', max: 500 })),
    state: choice(['open', 'kept', 'stopped', 'suspended', 'gone']),
  },
  scope: 'division',
  title: 'personName',
  operations: ['export'],
  list: {
    columns: ['personName', 'kind', 'division', 'state', 'happenedOn', 'cycle'],
    filters: ['cycle', 'kind', 'state', 'division', 'person', 'enrolment'],
    orders: ['kind'],
  },
  workflow: {
    field: 'state',
    initial: 'open',
    final: ['kept', 'stopped', 'suspended', 'gone'],
    transitions: {
      keep: { from: 'open', to: 'kept', requires: ['note'], guards: ['mayChange'] },
      stop: { from: 'open', to: 'stopped', requires: ['happenedOn'], guards: ['mayChange', 'isReason'] },
      suspend: { from: 'open', to: 'suspended', requires: ['note'], guards: ['mayChange'] },
      // a later run no longer finds it
      vanish: { from: 'open', to: 'gone', by: 'system' },
    },
    waits: { open: { owner: 'county', clock: null, escape: 'keep' } },
  },
})
