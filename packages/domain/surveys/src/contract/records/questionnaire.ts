import { choice, data, declarationName, defineRecord, division, optional, text, whole, year } from '@opendpf/kit'
import { formSchema } from '../form/index.js'
import { surveysId } from '../questionnaire-def.js'

/**
 * One edition of a questionnaire (调查表). Its questions come from one that is shipped, or are brought along. Once published it never
 * changes: records that were made with it can be read for ever.
 */
export const questionnaire = defineRecord({
  fields: {
    title: text({ max: 100 }),
    year: year({ min: 2000, max: 2100 }),
    division: division(),
    /** `<module>.<name>` of a shipped questionnaire, from which the questions are taken. */
    basedOn: optional(declarationName(surveysId)),
    /** The document that prescribes it. */
    basis: optional(text({ max: 200 })),
    content: optional(data(formSchema)),
    questionCount: whole({ isDerived: true, max: 300 }),
    state: choice(['draft', 'published', 'withdrawn']),
  },
  scope: 'division',
  title: 'title',
  list: {
    columns: ['title', 'year', 'questionCount', 'basis', 'division', 'state'],
    filters: ['state', 'year'],
    orders: ['year'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'draft',
    final: ['withdrawn'],
    transitions: {
      publish: { from: 'draft', to: 'published' },
      withdraw: { from: ['draft', 'published'], to: 'withdrawn' },
    },
    waits: {
      draft: { owner: 'county', clock: null, escape: 'publish' },
      published: { owner: 'county', clock: null, escape: 'withdraw' },
    },
  },
  sections: [
    { title: 'questionnaire.section.edition', fields: ['title', 'year', 'division', 'basedOn', 'basis'] },
    { title: 'questionnaire.section.questions', fields: ['content', 'questionCount'] },
  ],
})
