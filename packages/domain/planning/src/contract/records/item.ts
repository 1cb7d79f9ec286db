import {
  choice,
  data,
  date,
  declarationName,
  defineRecord,
  multiline,
  optional,
  reference,
  text,
  whole,
} from '@opendpf/kit'
import * as z from 'zod'
import { serviceLines, taskSources } from '../lines.js'
import { amountSchema } from '../target/amount.js'
import { targetSchema } from '../target/target.js'
import { planUnits } from '../target/units.js'

/** Values of an indicator's dimensions that are counted, by the dimension's name. */
export const filtersSchema = z.record(
  z.string().regex(/^[A-Za-z][\w.-]{0,59}$/),
  z
    .array(z.string().regex(/^[^\s,;=，；＝]{1,60}$/))
    .min(1)
    .max(50),
)
/** The targets of single years of a five-year plan. */
export const yearlySchema = z
  .array(z.strictObject({ year: z.int().min(1990).max(2100), target: targetSchema }))
  .min(1)
  .max(10)

/**
 * One promise of a plan: what, how much, by when, by whom, and how it is measured. With an indicator its result is counted from the
 * registers; without one it is reported by hand, with evidence.
 */
export const item = defineRecord({
  fields: {
    plan: reference('planning.plan'),
    section: optional(reference('planning.section')),
    project: optional(reference('planning.project')),
    /** The number it has within the plan: 3.2. */
    number: text({ max: 20 }),
    position: whole({ max: 10_000 }),
    title: text({ max: 200 }),
    task: optional(multiline({ max: 2000 })),
    line: choice(serviceLines),
    source: choice(taskSources),
    sourceDocument: optional(text({ max: 100 })),
    ownerOrganisation: optional(reference('organisations.organisation')),
    owner: optional(text({ privacy: 'S2', max: 50 })),
    unit: choice(planUnits),
    /** What the plan says instead of the unit: 处, 篇. */
    unitWord: optional(text({ max: 20 })),
    target: data(targetSchema),
    /** Of which whole a rate is a part, in words. */
    denominator: optional(text({ max: 200 })),
    lastYear: optional(data(amountSchema)),
    yearly: optional(data(yearlySchema)),
    indicator: optional(declarationName('figures')),
    filters: optional(data(filtersSchema)),
    startsOn: optional(date()),
    dueOn: optional(date()),
    /** The item whose part this is: 其中重度残疾人232人. */
    partOf: optional(reference('planning.item')),
    /** `of-which`: some of the whole. `share`: all shares together are the whole. */
    partKind: optional(choice(['of-which', 'share'])),
    /** The item that counts the terms of which each has `each` of this item's unit: 6至8期，每期30人. */
    times: optional(reference('planning.item')),
    each: optional(whole({ min: 1 })),
    /** The item of the plan above that this one carries out. */
    serves: optional(reference('planning.item')),
    /** The share of a county's item that an item of a town's plan carries out. */
    split: optional(reference('planning.split')),
    /** How often its target was amended after the plan was adopted. */
    amendments: whole({ isDerived: true, max: 1000 }),
    /** Why it was added to a plan that was adopted already. */
    addedReason: optional(multiline({ max: 500 })),
    outcome: optional(multiline({ max: 1000 })),
    state: choice(['open', 'finished', 'verified', 'dropped']),
  },
  scope: { from: 'plan' },
  title: 'title',
  operations: ['create', 'update', 'remove', 'export'],
  list: {
    columns: ['number', 'title', 'line', 'target', 'unit', 'owner', 'dueOn', 'state'],
    filters: [
      'line',
      'source',
      'unit',
      'state',
      'dueOn',
      'section',
      'project',
      'ownerOrganisation',
      'indicator',
      'split',
    ],
    orders: ['position', 'dueOn'],
  },
  workflow: {
    field: 'state',
    initial: 'open',
    final: ['verified', 'dropped'],
    transitions: {
      finish: { from: 'open', to: 'finished', requires: ['outcome'] },
      reopen: { from: 'finished', to: 'open' },
      verify: { from: 'finished', to: 'verified', guards: ['hasEvidence'], notBy: ['finish'], emits: 'item.verified' },
      drop: { from: 'open', to: 'dropped', requires: ['outcome'] },
    },
    waits: {
      open: { owner: 'county', clock: null, escape: 'finish' },
      finished: { owner: 'county', clock: null, escape: 'verify' },
    },
  },
  sections: [
    {
      title: 'item.part.what',
      fields: ['plan', 'number', 'position', 'title', 'task', 'section', 'project', 'line', 'source', 'sourceDocument'],
    },
    {
      title: 'item.part.target',
      fields: ['unit', 'unitWord', 'target', 'denominator', 'lastYear', 'yearly', 'indicator', 'filters'],
    },
    { title: 'item.part.who', fields: ['ownerOrganisation', 'owner', 'startsOn', 'dueOn'] },
    { title: 'item.part.relations', fields: ['partOf', 'partKind', 'times', 'each', 'serves', 'split'] },
    { title: 'item.part.state', fields: ['state', 'outcome', 'amendments', 'addedReason'] },
  ],
})
