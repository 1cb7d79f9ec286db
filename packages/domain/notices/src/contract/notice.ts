import {
  attachments,
  choice,
  date,
  declarationName,
  defineRecord,
  division,
  flag,
  instant,
  multiline,
  optional,
  text,
  whole,
} from '@opendpf/kit'
import { mostWorkingDays, noticesId } from './kind.js'

/**
 * A public notice (公示): what hangs in one village for a number of working days and stands on the public pages meanwhile. Modules put lines
 * into it; the county publishes it, the village hangs it up.
 */
export const notice = defineRecord({
  fields: {
    title: text({ max: 100 }),
    /** `<module>.<name>` of a declared kind. */
    kind: declarationName(noticesId, { isDerived: true }),
    division: division({ isDerived: true }),
    /** Where it hangs, in words: 村务公开栏. */
    place: optional(text({ max: 100 })),
    workingDays: whole({ min: 1, max: mostWorkingDays }),
    fromDay: optional(date({ isDerived: true })),
    /** The last day on which a line of it is posted; it moves when a rejected objection makes a period start anew. */
    lastDay: optional(date({ isDerived: true })),
    /** The last day depends on a year whose holidays are not announced yet. */
    isProvisional: optional(flag({ isDerived: true })),
    objectionPhone: optional(text({ max: 60 })),
    objectionAddress: optional(text({ max: 200 })),
    hungOn: optional(date()),
    hungBy: optional(text({ privacy: 'S2', max: 50 })),
    hungWhere: optional(multiline({ max: 500 })),
    /** Pictures of the paper where it hangs: the proof that it was posted. */
    hangingPhotos: optional(attachments({ privacy: 'S2', max: 6, types: ['image/jpeg', 'image/png', 'image/webp'] })),
    publishedBy: optional(text({ isDerived: true })),
    publishedAt: optional(instant()),
    withdrawnBy: optional(text({ isDerived: true })),
    withdrawnAt: optional(instant()),
    withdrawReason: optional(multiline({ max: 500 })),
    endedOn: optional(date({ isDerived: true })),
    state: choice(['draft', 'posted', 'ended', 'withdrawn']),
  },
  scope: 'division',
  title: 'title',
  operations: ['update', 'export'],
  list: {
    columns: ['title', 'division', 'state', 'fromDay', 'lastDay', 'endedOn'],
    filters: ['state', 'kind', 'division', 'fromDay', 'lastDay', 'isProvisional'],
    orders: ['lastDay', 'fromDay'],
    direction: 'descending',
  },
  publicly: {
    of: { field: 'state', while: ['posted'], gone: ['ended', 'withdrawn'] },
    fields: [
      'title',
      'kind',
      'place',
      'workingDays',
      'fromDay',
      'lastDay',
      'objectionPhone',
      'objectionAddress',
      'state',
    ],
  },
  workflow: {
    field: 'state',
    initial: 'draft',
    final: ['ended', 'withdrawn'],
    transitions: {
      publish: { from: 'draft', to: 'posted', requires: ['place', 'objectionPhone'], guards: ['hasLines'] },
      recordHanging: { from: 'posted', to: 'posted', requires: ['hungOn', 'hungBy', 'hungWhere', 'hangingPhotos'] },
      end: { from: 'posted', to: 'ended', by: 'system', emits: 'notice.ended' },
      withdraw: {
        from: ['draft', 'posted'],
        to: 'withdrawn',
        requires: ['withdrawReason'],
        emits: 'notice.withdrawn',
      },
    },
    waits: {
      draft: { owner: 'county', clock: null, escape: 'publish' },
      posted: { owner: 'village', clock: null, escape: 'end' },
    },
  },
  sections: [
    { title: 'notice.section.notice', fields: ['title', 'division', 'place', 'workingDays', 'state'] },
    { title: 'notice.section.period', fields: ['fromDay', 'lastDay', 'isProvisional', 'endedOn'] },
    { title: 'notice.section.objection', fields: ['objectionPhone', 'objectionAddress'] },
    { title: 'notice.section.hanging', fields: ['hungOn', 'hungBy', 'hungWhere', 'hangingPhotos'] },
    {
      title: 'notice.section.deeds',
      fields: ['publishedBy', 'publishedAt', 'withdrawnBy', 'withdrawnAt', 'withdrawReason'],
    },
  ],
})
