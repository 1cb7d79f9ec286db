import {
  choice,
  clockName,
  date,
  defineRecord,
  division,
  optional,
  recordName,
  text,
  variantName,
  whole,
} from '@opendpf/kit'

/**
 * A period that a county, or one of its towns, keeps instead of the one of the workflow: offices promise shorter ones. The decision of the
 * smallest division holds.
 */
export const limit = defineRecord({
  fields: {
    /** `<module>.<record>` of the workflow. */
    record: recordName({ headings: ['办理事项'] }),
    clock: clockName('record', { headings: ['时限'] }),
    /** The value of the field that the clock varies by, for a decision about that alone: one item of several. */
    variant: optional(variantName('record', 'clock', { headings: ['具体事项'] })),
    kind: choice(['statutory', 'promised']),
    unit: choice(['workingDays', 'days', 'months']),
    value: whole({ min: 1, max: 3660 }),
    /** Clocks that start on this day or later keep it. */
    since: date(),
    /** By what it was decided (文号). */
    document: optional(text({ max: 200 })),
    division: division(),
  },
  scope: 'division',
  title: 'record',
  list: {
    columns: ['record', 'clock', 'variant', 'kind', 'value', 'unit', 'since', 'document'],
    filters: ['record', 'kind'],
    orders: ['since'],
    direction: 'descending',
  },
})
