import {
  attachments,
  choice,
  data,
  date,
  defineRecord,
  division,
  flag,
  multiline,
  optional,
  reference,
  text,
} from '@opendpf/kit'
import { answersSchema, formSchema } from '../form/index.js'
import { unconfirmedSchema } from './interview.js'
import { writingSteps, writingWaits } from './writing.js'

/**
 * What a village was asked about itself (村（社区）调查记录): its facilities, its staff, what it has for disabled people. A campaign that asks
 * villages has one for every village of its area, also where nobody is on the list. It says nothing about single persons.
 */
export const village = defineRecord({
  fields: {
    title: text({ isDerived: true, max: 100 }),
    campaign: reference('surveys.campaign', { isDerived: true }),
    division: division({ isDerived: true }),
    fromDay: date({ isDerived: true }),
    dueOn: date(),
    /** The questions as they were published. */
    form: data(formSchema, { isDerived: true }),
    /** Who of the village told it. */
    respondent: optional(text({ privacy: 'S2', max: 50 })),
    visitedOn: optional(date()),
    answers: data(answersSchema, { isDerived: true }),
    /** Questions whose answers were taken over from last time and that nobody has confirmed. */
    unconfirmed: data(unconfirmedSchema, { isDerived: true }),
    photos: optional(attachments({ privacy: 'S2', max: 20 })),
    collectedBy: optional(text({ isDerived: true, max: 60 })),
    returnReason: optional(multiline({ privacy: 'S2', max: 500 })),
    /** The record of the campaign before, whose answers were taken over. */
    previous: optional(reference('surveys.village', { isDerived: true, onRemove: 'refuse' })),
    isClosed: flag({ isDerived: true }),
    state: choice(['to-do', 'working', 'done', 'checked', 'returned']),
  },
  scope: 'division',
  title: 'title',
  operations: ['update', 'export'],
  list: {
    columns: ['title', 'division', 'visitedOn', 'dueOn', 'state'],
    filters: ['campaign', 'division', 'state', 'isClosed', 'fromDay'],
    orders: ['fromDay'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'to-do',
    final: ['checked'],
    transitions: {
      start: writingSteps.start,
      finish: {
        from: ['to-do', 'working', 'returned'],
        to: 'done',
        requires: ['respondent', 'visitedOn'],
        guards: ['isOpen', 'isConfirmed', 'isComplete'],
      },
      check: { from: 'done', to: 'checked', notBy: ['finish'] },
      sendBack: writingSteps.sendBack,
    },
    waits: writingWaits,
  },
  sections: [
    { title: 'village.section.village', fields: ['title', 'division', 'fromDay', 'dueOn'] },
    { title: 'village.section.contact', fields: ['respondent', 'visitedOn', 'photos'] },
    {
      title: 'village.section.answers',
      fields: ['answers', 'unconfirmed', 'returnReason', 'collectedBy', 'previous'],
    },
  ],
})
