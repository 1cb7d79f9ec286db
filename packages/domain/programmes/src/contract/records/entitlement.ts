import {
  choice,
  copied,
  declarationName,
  defineRecord,
  division,
  money,
  name,
  optional,
  reference,
  text,
} from '@opendpf/kit'
import { month } from '../month.js'
import { programmesId } from '../programme.js'

/**
 * What somebody was granted for one period (应发明细), as it was frozen: sum, standard, version of the rules, reason. One of an enrolment and
 * period, whatever asks; never changed.
 */
export const entitlement = defineRecord({
  fields: {
    cycle: reference('programmes.cycle'),
    enrolment: reference('programmes.enrolment'),
    programme: declarationName(programmesId),
    person: reference('persons.person'),
    personName: copied(name(), { reference: 'person', field: 'name' }),
    division: division(),
    /** The month, the year, or `once`. */
    period: text({ max: 7, isDerived: true }),
    month: month({ isDerived: true }),
    kind: choice(['regular', 'arrears'], { isDerived: true }),
    amount: money({ privacy: 'S2', isDerived: true }),
    standard: optional(money({ isDerived: true })),
    ruleVersion: text({ max: 40, isDerived: true }),
    reason: text({ max: 200, isDerived: true }),
  },
  scope: 'division',
  title: 'personName',
  operations: ['export'],
  list: {
    columns: ['personName', 'programme', 'month', 'kind', 'amount', 'division'],
    filters: ['programme', 'month', 'kind', 'cycle', 'enrolment', 'person', 'division'],
    orders: ['month'],
    direction: 'descending',
  },
})
