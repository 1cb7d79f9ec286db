import { choice, copied, data, defineRecord, division, money, name, optional, reference, whole } from '@opendpf/kit'
import * as z from 'zod'

/** What one member is to get for one period: the month it is for, the standard of that month, and the sum, in fen. */
const linesSchema = z
  .array(
    z.strictObject({
      period: z.string(),
      month: z.string(),
      standard: z.number().int().nullable(),
      amount: z.number().int(),
    }),
  )
  .max(600)
export type MemberLine = z.output<typeof linesSchema>[number]

/**
 * Somebody in a cycle (周期成员): what he would get and how that differs from last time. It is computed, and computed anew, until the cycle is
 * frozen; what was granted then stands in entitlements.
 */
export const member = defineRecord({
  fields: {
    cycle: reference('programmes.cycle', { onRemove: 'remove' }),
    enrolment: reference('programmes.enrolment'),
    person: reference('persons.person'),
    personName: copied(name(), { reference: 'person', field: 'name' }),
    division: division(),
    /** Against the last period: as before, for the first time, another sum, with earlier months, or nothing known of the standard. */
    change: choice(['same', 'new', 'changed', 'arrears', 'no-standard']),
    /** Whether it is paid: it is, a difference has to be decided first, or it was decided that it is not. */
    standing: choice(['pays', 'held', 'out']),
    lines: data(linesSchema, { privacy: 'S2' }),
    amount: money({ privacy: 'S2' }),
    arrears: optional(money({ privacy: 'S2' })),
    /** The run that made it. */
    run: whole({ max: 1000 }),
  },
  scope: 'division',
  title: 'personName',
  operations: ['export'],
  list: {
    columns: ['personName', 'division', 'change', 'standing', 'amount', 'arrears'],
    filters: ['cycle', 'change', 'standing', 'division', 'person', 'enrolment'],
    orders: ['personName'],
  },
})
