import { choice, date, defineRecord, division, multiline, optional, reference, text, whole, year } from '@opendpf/kit'

/**
 * A campaign (调查任务): who is asked what, from when to when. Its list is drawn from the register when it opens: for each village a task, for
 * each person or household of it a record.
 */
export const campaign = defineRecord({
  fields: {
    title: text({ max: 100 }),
    year: year({ min: 2000, max: 2100 }),
    /** The area: a county, a town or a village. */
    division: division(),
    questionnaire: reference('surveys.questionnaire'),
    /** What every village of the area is asked about itself, if it is asked. */
    villageQuestionnaire: optional(reference('surveys.questionnaire')),
    fromDay: date(),
    untilDay: date(),
    /** Who is listed: holders of a certificate, or everybody of the register who is alive. */
    covers: choice(['certified', 'registered']),
    /** Whether every person is asked, or one for each household: its head. */
    unit: choice(['person', 'household']),
    /** The campaign whose answers are taken over, to be confirmed. */
    previous: optional(reference('surveys.campaign')),
    instructions: optional(multiline({ max: 2000 })),
    summary: optional(multiline({ max: 2000 })),
    callOffReason: optional(multiline({ max: 500 })),
    /** Of the sample check: so many percent of each village, drawn with this seed. */
    samplePercent: optional(whole({ isDerived: true, min: 1, max: 100 })),
    sampleSeed: optional(text({ isDerived: true, max: 60 })),
    /** Records on the list. */
    listed: whole({ isDerived: true }),
    state: choice(['planned', 'listing', 'open', 'closed', 'called-off']),
  },
  scope: 'division',
  title: 'title',
  list: {
    columns: ['title', 'year', 'division', 'fromDay', 'untilDay', 'listed', 'state'],
    filters: ['state', 'year', 'questionnaire'],
    orders: ['fromDay'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'planned',
    final: ['closed', 'called-off'],
    transitions: {
      open: { from: 'planned', to: 'listing', guards: ['isPublished', 'suits'], emits: 'campaign.listing' },
      listAll: { from: 'listing', to: 'open', by: 'system', emits: 'campaign.opened' },
      close: { from: 'open', to: 'closed', requires: ['summary'] },
      callOff: { from: 'planned', to: 'called-off', requires: ['callOffReason'] },
    },
    waits: {
      planned: { owner: 'county', clock: null, escape: 'open' },
      listing: { owner: 'system', clock: null, escape: 'listAll' },
      open: { owner: 'village', clock: null, escape: 'close' },
    },
  },
  sections: [
    {
      title: 'campaign.section.campaign',
      fields: ['title', 'year', 'division', 'fromDay', 'untilDay', 'instructions'],
    },
    {
      title: 'campaign.section.list',
      fields: ['questionnaire', 'villageQuestionnaire', 'covers', 'unit', 'previous', 'listed'],
    },
    { title: 'campaign.section.end', fields: ['samplePercent', 'sampleSeed', 'summary', 'callOffReason'] },
  ],
})
