import {
  attachment,
  attachments,
  choice,
  data,
  date,
  defineRecord,
  multiline,
  optional,
  reference,
  text,
  whole,
} from '@opendpf/kit'
import * as z from 'zod'
import { answersSchema, factsSchema } from '../form/index.js'
import { writingSteps, writingWaits } from './writing.js'

/** How somebody was met; whoever was not met is lost, with a reason. */
export const reachedModes = ['visit', 'meeting', 'phone'] as const
export const lostModes = ['absent', 'refused', 'moved', 'dead'] as const
/** States in which a record is still written. */
export const writtenStates = ['to-do', 'working', 'returned'] as const

export const unconfirmedSchema = z.array(z.string().min(1).max(20)).max(300)

/**
 * What one person of the list was asked and answered (调查记录). Answers are written by the page for collecting; they are kept with what the
 * register knew of the person when the list was drawn, by which questions were asked or not.
 */
export const interview = defineRecord({
  fields: {
    /** Its place on the list of the village, from 1. */
    number: whole({ isDerived: true }),
    assignment: reference('surveys.assignment'),
    campaign: reference('surveys.campaign', { isDerived: true }),
    person: reference('persons.person'),
    household: optional(reference('persons.household', { isDerived: true })),
    facts: data(factsSchema, { privacy: 'S3', isOpen: true, isDerived: true }),
    contact: optional(choice([...reachedModes, ...lostModes])),
    visitedOn: optional(date()),
    contactNote: optional(multiline({ privacy: 'S2', max: 500 })),
    answers: data(answersSchema, { privacy: 'S3', isDerived: true }),
    /** Questions whose answers were taken over from last year and that nobody has confirmed. */
    unconfirmed: data(unconfirmedSchema, { isDerived: true }),
    photos: optional(attachments({ privacy: 'S2', max: 20 })),
    /** Whether the person, or whoever acts for him, agreed to be asked (个人信息保护法 第 29 条). */
    consent: optional(choice(['signed', 'spoken', 'guardian'])),
    consentSignature: optional(attachment({ privacy: 'S3' })),
    /** Latitude and longitude, only where somebody chose to note them. */
    position: optional(text({ privacy: 'S3', storage: 'sealed', max: 40 })),
    /** The actor who finished it: whoever asks again for the sample check is somebody else. */
    collectedBy: optional(text({ isDerived: true, max: 60 })),
    returnReason: optional(multiline({ privacy: 'S2', max: 500 })),
    /** The record of the campaign before, whose answers were taken over. */
    previous: optional(reference('surveys.interview', { isDerived: true, onRemove: 'refuse' })),
    state: choice(['to-do', 'working', 'done', 'checked', 'returned']),
  },
  scope: { from: 'assignment' },
  title: 'number',
  operations: ['create', 'update', 'export'],
  list: {
    columns: ['number', 'person', 'assignment', 'contact', 'visitedOn', 'state'],
    filters: ['campaign', 'assignment', 'person', 'state', 'contact', 'visitedOn'],
    orders: ['number', 'visitedOn'],
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
        requires: ['contact', 'visitedOn'],
        guards: ['isOpen', 'isConfirmed', 'isComplete', 'hasConsent', 'saysWhy'],
        emits: 'interview.done',
      },
      check: { from: 'done', to: 'checked', notBy: ['finish'], emits: 'interview.checked' },
      sendBack: writingSteps.sendBack,
    },
    waits: writingWaits,
  },
  sections: [
    { title: 'interview.section.who', fields: ['number', 'assignment', 'person', 'household', 'facts'] },
    {
      title: 'interview.section.contact',
      fields: ['contact', 'visitedOn', 'contactNote', 'consent', 'consentSignature', 'photos', 'position'],
    },
    {
      title: 'interview.section.answers',
      fields: ['answers', 'unconfirmed', 'returnReason', 'collectedBy', 'previous'],
    },
  ],
})
