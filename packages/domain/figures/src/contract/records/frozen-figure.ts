import { data, date, declarationName, defineRecord, division, instant, optional, text, whole } from '@opendpf/kit'
import * as z from 'zod'
import { unknownReasons } from '../answers.js'
import { figuresId } from '../indicator.js'
import { figureNumber } from './external-figure.js'

const derived = { isDerived: true } as const

/** Codes that were counted, by the dimension's name. */
const frozenFilters = z.record(z.string().max(60), z.array(z.string().max(60)).max(100))

/**
 * A figure as it was told: of which definition, about what, known until when, and a hash of those who were counted. It is never changed,
 * and can be computed again at any time: `opendpf verify figures`.
 */
export const frozenFigure = defineRecord({
  fields: {
    indicator: declarationName(figuresId, derived),
    definitionVersion: whole(derived),
    division: division(derived),
    fromDay: optional(date(derived)),
    toDay: date(derived),
    filters: data(frozenFilters, derived),
    /** What was recorded until then counts. */
    cutOff: instant(derived),
    value: optional(data(figureNumber, derived)),
    unknownReason: optional(text({ ...derived, max: Math.max(...unknownReasons.map((reason) => reason.length)) })),
    /** Of the sorted ids of the units counted, of a rate those of its numerator and its denominator; SHA-256 in hexadecimal. */
    membersHash: text({ ...derived, max: 64 }),
    frozenBy: text({ ...derived, privacy: 'S2', max: 100 }),
    /** What it was told for: 2026年工作总结. */
    purpose: text({ ...derived, max: 200 }),
  },
  scope: 'division',
  title: 'purpose',
  operations: ['export'],
  list: {
    columns: ['purpose', 'indicator', 'division', 'toDay', 'value', 'cutOff', 'frozenBy'],
    filters: ['indicator', 'toDay'],
    orders: ['toDay'],
    direction: 'descending',
  },
})
