import { choice, data, date, defineRecord, multiline, optional, reference, text } from '@opendpf/kit'
import { reportFiguresSchema } from './report-figures.js'

export const reportKinds = ['year-end', 'next-year'] as const
export type ReportKind = (typeof reportKinds)[number]

/**
 * A report about a plan: the summary of a year, or what is planned for the next. Its words are written by hand, its figures are taken from the
 * plan and stand in the words by name; once it is final neither changes, and its files are the same for ever.
 */
export const report = defineRecord({
  fields: {
    title: text({ max: 100 }),
    kind: choice(reportKinds, { isDerived: true }),
    plan: reference('planning.plan', { isDerived: true }),
    /** Who signs it: 示范县残疾人联合会. */
    issuer: optional(text({ max: 100 })),
    documentNumber: optional(text({ max: 50 })),
    /** 成文日期 */
    issuedOn: optional(date()),
    /** Headings begin with # to ####, figures stand as `{{3.2 完成}}`. */
    narrative: multiline({ max: 30_000 }),
    figuresOn: date({ isDerived: true }),
    figures: data(reportFiguresSchema, { isDerived: true }),
    state: choice(['draft', 'final']),
  },
  scope: { from: 'plan' },
  title: 'title',
  operations: ['update', 'remove'],
  list: {
    columns: ['title', 'kind', 'plan', 'figuresOn', 'issuedOn', 'state'],
    filters: ['kind', 'state', 'plan'],
    orders: ['figuresOn'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'draft',
    final: ['final'],
    transitions: {
      settle: { from: 'draft', to: 'final', requires: ['issuer', 'issuedOn'], emits: 'report.settled' },
    },
    waits: { draft: { owner: 'county', clock: null, escape: 'settle' } },
  },
  sections: [
    {
      title: 'report.part.document',
      fields: ['title', 'kind', 'plan', 'issuer', 'documentNumber', 'issuedOn', 'state'],
    },
    { title: 'report.part.text', fields: ['narrative'] },
    { title: 'report.part.figures', fields: ['figuresOn', 'figures'] },
  ],
})
