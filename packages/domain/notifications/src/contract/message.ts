import {
  choice,
  declarationName,
  defineRecord,
  division,
  instant,
  multiline,
  name,
  number,
  optional,
  recordName,
  reference,
  text,
  whole,
} from '@opendpf/kit'
import { locales } from '@opendpf/messages'
import { notificationsId } from './template.js'

/** Ways to reach somebody. */
export const channelNames = ['in-app', 'email', 'sms'] as const
export type ChannelName = (typeof channelNames)[number]

/**
 * Where a message is. `listed` waits for the county to send it by itself, because this deployment has no such channel; `unreachable` is one
 * for somebody of whom no number or address is known, or none that exists: somebody has to go there.
 */
export const messageStates = ['queued', 'listed', 'unreachable', 'failed', 'sent', 'dropped'] as const
export type MessageState = (typeof messageStates)[number]

const derived = { isDerived: true } as const

/** One message to one person by one channel: what was said, when, and whether it went out. Made by the engine alone, and never twice. */
export const message = defineRecord({
  fields: {
    /** `<module>.<name>` of a declared template. */
    template: declarationName(notificationsId, derived),
    channel: choice(channelNames, derived),
    recipientKind: choice(['person', 'guardian', 'user'], derived),
    recipientName: name(derived),
    person: optional(reference('persons.person', { ...derived, onRemove: 'remove' })),
    holder: optional(reference('access.user', { ...derived, onRemove: 'remove' })),
    phone: optional(number('phone', derived)),
    email: optional(text({ ...derived, privacy: 'S3', storage: 'sealed', max: 200 })),
    language: choice(locales, derived),
    subject: text({ ...derived, privacy: 'S2', max: 600 }),
    text: multiline({ ...derived, privacy: 'S2', storage: 'sealed', max: 4000 }),
    /** `<module>.<record>` and id of what it is about. */
    aboutRecord: recordName(derived),
    about: text({ ...derived, max: 36 }),
    /** What happened, whom it is told and how: no two messages share it. */
    key: text({ ...derived, max: 300 }),
    queuedAt: instant(),
    /** When it is tried next; empty once nothing more is tried. */
    nextAt: optional(instant()),
    attempts: whole({ ...derived, max: 1000 }),
    sentAt: optional(instant()),
    /** What the other side calls it. */
    receipt: optional(text({ ...derived, max: 200 })),
    /** Why the last attempt failed: what the other side answered, without anybody's data. */
    failure: optional(text({ ...derived, max: 200 })),
    /** How somebody was told who could not be reached, or why nobody tells him. */
    note: optional(text({ max: 200 })),
    readAt: optional(instant()),
    division: division(derived),
    state: choice(messageStates),
  },
  scope: 'division',
  title: 'subject',
  readableWith: 'aboutRecord',
  operations: ['export'],
  // how long what was said is kept; a county may decide otherwise
  periods: { kept: { months: 24 } },
  list: {
    columns: ['template', 'recipientName', 'channel', 'phone', 'text', 'state', 'queuedAt', 'sentAt', 'failure'],
    filters: ['state', 'channel', 'template', 'recipientKind', 'aboutRecord', 'about'],
    orders: ['queuedAt'],
    direction: 'descending',
  },
  sections: [
    { title: 'message.section.what', fields: ['template', 'subject', 'text', 'language', 'aboutRecord', 'about'] },
    {
      title: 'message.section.whom',
      fields: ['recipientKind', 'recipientName', 'channel', 'phone', 'email', 'person', 'holder', 'division'],
    },
    {
      title: 'message.section.course',
      fields: ['state', 'queuedAt', 'sentAt', 'readAt', 'attempts', 'nextAt', 'failure', 'receipt', 'note', 'key'],
    },
  ],
  workflow: {
    field: 'state',
    initial: 'queued',
    final: ['sent', 'dropped'],
    transitions: {
      deliver: { from: 'queued', to: 'sent', by: 'system' },
      giveUp: { from: 'queued', to: 'failed', by: 'system', requires: ['failure'] },
      list: { from: 'queued', to: 'listed', by: 'system' },
      findUnreachable: { from: 'queued', to: 'unreachable', by: 'system', requires: ['failure'] },
      tryAgain: { from: 'failed', to: 'queued' },
      noteSent: { from: ['listed', 'unreachable', 'failed'], to: 'sent', requires: ['note'] },
      drop: { from: ['queued', 'listed', 'unreachable', 'failed'], to: 'dropped', requires: ['note'] },
    },
    waits: {
      queued: { owner: 'system', clock: null, escape: 'deliver' },
      listed: { owner: 'county', clock: null, escape: 'noteSent' },
      unreachable: { owner: 'town', clock: null, escape: 'noteSent' },
      failed: { owner: 'county', clock: null, escape: 'tryAgain' },
    },
  },
})
