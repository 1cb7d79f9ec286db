import {
  choice,
  copied,
  data,
  date,
  declarationName,
  defineRecord,
  division,
  flag,
  money,
  multiline,
  name,
  optional,
  reference,
  text,
} from '@opendpf/kit'
import * as z from 'zod'
import { month } from '../month.js'
import { programmesId } from '../programme.js'
import { stopReasons } from '../stop-reasons.js'

/** Months for which nothing is granted; until it is resumed, `until` is null. Whether they are paid afterwards is decided then. */
const pausesSchema = z
  .array(z.strictObject({ from: z.string(), until: z.string().nullable(), isPaid: z.boolean() }))
  .max(60)
export type Pause = z.output<typeof pausesSchema>[number]

/**
 * Somebody receives a programme (在册): from which month, until which, and why no longer. It lies in the county that grants, whatever becomes of
 * the person.
 */
export const enrolment = defineRecord({
  fields: {
    programme: declarationName(programmesId),
    person: reference('persons.person'),
    personName: copied(name(), { reference: 'person', field: 'name' }),
    household: optional(reference('persons.household', { isDerived: true })),
    organisation: optional(reference('organisations.organisation', { isDerived: true })),
    objectNumber: optional(text({ privacy: 'S2', max: 60, isDerived: true })),
    /** The id that the rules are asked about: of the person, the household or the organisation. */
    subject: text({ max: 36, isDerived: true }),
    /** `<module>.<name>` of the scheme that it rests on: who receives it is told to the rules of other schemes. */
    scheme: text({ max: 100, isDerived: true }),
    division: division(),
    application: optional(reference('programmes.application', { isDerived: true })),
    /** The row of the old roster that it came with, which names the old decision. */
    takeover: optional(reference('programmes.takeover', { isDerived: true })),
    /** The sum that was decided for this one; null where the standard says it. */
    amount: optional(money({ privacy: 'S2', isDerived: true })),
    fromMonth: month({ isDerived: true }),
    lastMonth: optional(month({ isDerived: true })),
    /** By when somebody looks at it again, whatever the lists say. */
    checkBy: optional(month({ isDerived: true })),
    pauses: optional(data(pausesSchema, { isDerived: true })),
    pauseFrom: optional(month()),
    pauseReason: optional(multiline({ privacy: 'S2', max: 500 })),
    resumeFrom: optional(month()),
    isPausePaid: optional(flag()),
    stopReason: optional(choice(stopReasons)),
    /** The day on which the reason arose. */
    stopOn: optional(date()),
    stopNote: optional(multiline({ privacy: 'S2', max: 500 })),
    state: choice(['active', 'suspended', 'stopped']),
  },
  scope: 'division',
  title: 'personName',
  search: ['personName'],
  operations: ['export'],
  list: {
    columns: ['personName', 'programme', 'division', 'fromMonth', 'lastMonth', 'state', 'stopReason'],
    filters: ['programme', 'state', 'stopReason', 'division', 'person', 'household', 'organisation', 'fromMonth'],
    orders: ['fromMonth'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'active',
    final: ['stopped'],
    transitions: {
      suspend: { from: 'active', to: 'suspended', requires: ['pauseFrom', 'pauseReason'] },
      resume: { from: 'suspended', to: 'active', requires: ['resumeFrom', 'isPausePaid'] },
      stop: {
        from: ['active', 'suspended'],
        to: 'stopped',
        requires: ['stopReason', 'stopOn'],
        emits: 'enrolment.stopped',
      },
    },
    waits: {
      active: { owner: 'county', clock: null, escape: 'stop' },
      suspended: { owner: 'county', clock: null, escape: 'resume' },
    },
  },
  sections: [
    {
      title: 'enrolment.section.enrolment',
      fields: [
        'programme',
        'person',
        'household',
        'organisation',
        'objectNumber',
        'division',
        'application',
        'takeover',
        'amount',
        'fromMonth',
        'lastMonth',
        'checkBy',
        'state',
      ],
    },
    { title: 'enrolment.section.pauses', fields: ['pauses', 'pauseFrom', 'pauseReason', 'resumeFrom', 'isPausePaid'] },
    { title: 'enrolment.section.stop', fields: ['stopReason', 'stopOn', 'stopNote'] },
  ],
})
