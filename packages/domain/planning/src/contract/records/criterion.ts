import {
  attachments,
  choice,
  data,
  declarationName,
  defineRecord,
  multiline,
  optional,
  reference,
  text,
  whole,
} from '@opendpf/kit'
import { scoringSchema } from '../scoring/scoring.js'
import { amountSchema } from '../target/amount.js'
import { targetSchema } from '../target/target.js'
import { planUnits } from '../target/units.js'
import { filtersSchema } from './item.js'

/** One criterion of a scheme: its standard, its points, who answers for it, and how the points follow from a result. */
export const criterion = defineRecord({
  fields: {
    scheme: reference('planning.scheme'),
    chapter: optional(reference('planning.chapter')),
    number: text({ max: 20 }),
    position: whole({ max: 10_000 }),
    title: text({ max: 200 }),
    standard: multiline({ max: 2000 }),
    points: whole({ min: 1, max: 1000 }),
    ownerOrganisation: optional(reference('organisations.organisation')),
    owner: optional(text({ privacy: 'S2', max: 50 })),
    unit: choice(planUnits),
    target: data(targetSchema),
    scoring: data(scoringSchema),
    indicator: optional(declarationName('figures')),
    filters: optional(data(filtersSchema)),
    /** The result by hand, where no indicator counts it. */
    value: optional(data(amountSchema)),
    weakness: optional(multiline({ max: 1000 })),
    /** Which papers show that the criterion is met. */
    evidenceKind: optional(text({ max: 200 })),
    evidence: optional(attachments({ max: 20 })),
  },
  scope: { from: 'scheme' },
  title: 'title',
  operations: ['create', 'update', 'remove', 'export'],
  list: {
    columns: ['number', 'title', 'points', 'target', 'owner', 'value', 'weakness'],
    filters: ['chapter', 'ownerOrganisation', 'unit', 'indicator'],
    orders: ['position'],
  },
  sections: [
    {
      title: 'criterion.part.standard',
      fields: ['scheme', 'chapter', 'number', 'position', 'title', 'standard', 'points'],
    },
    { title: 'criterion.part.measure', fields: ['unit', 'target', 'scoring', 'indicator', 'filters', 'value'] },
    { title: 'criterion.part.work', fields: ['ownerOrganisation', 'owner', 'weakness', 'evidenceKind', 'evidence'] },
  ],
})
