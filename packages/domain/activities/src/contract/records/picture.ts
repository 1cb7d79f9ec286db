import { attachments, choice, date, defineRecord, multiline, optional, reference, text } from '@opendpf/kit'

/** Pictures of an activity, with what those who can be recognised agreed to (个人信息保护法 第 26、29 条; 民法典 第 1019 条). */
export const picture = defineRecord({
  fields: {
    activity: reference('activities.activity'),
    files: optional(attachments({ privacy: 'S2', max: 20, types: ['image/jpeg', 'image/png', 'image/webp'] })),
    /** Where a film or a report can be seen. */
    link: optional(text({ max: 300 })),
    takenOn: date(),
    consent: choice(['agreed', 'nobody-recognisable', 'inside-only']),
    consentNote: optional(multiline({ max: 500 })),
  },
  scope: { from: 'activity' },
  title: 'takenOn',
  list: {
    columns: ['takenOn', 'activity', 'consent', 'consentNote', 'link'],
    filters: ['activity', 'consent', 'takenOn'],
    orders: ['takenOn'],
    direction: 'descending',
  },
})
