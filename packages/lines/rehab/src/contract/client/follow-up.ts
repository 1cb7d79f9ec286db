import { choice, date, defineRecord, multiline, optional, reference, whole } from '@opendpf/kit'

/** How a client has come on since, as one person judges it. */
export const effects = ['marked', 'improved', 'unchanged', 'worse'] as const

/** A visit or call after something was done (跟踪回访): what it brought, whether the client is content, and when one looks again. */
export const followUp = defineRecord({
  fields: {
    file: reference('rehab.file'),
    about: choice(['service', 'surgery', 'device', 'training', 'care'], { headings: ['回访内容'] }),
    dueOn: date({ headings: ['应回访日期'] }),
    heldOn: optional(date({ headings: ['回访日期'] })),
    way: optional(choice(['visit', 'phone', 'station'], { headings: ['回访方式'] })),
    effect: optional(choice(effects, { privacy: 'S3', isOpen: true, headings: ['康复效果'] })),
    /** 1 to 5, as the client or his family says. */
    satisfaction: optional(whole({ min: 1, max: 5, headings: ['满意度'] })),
    note: optional(multiline({ privacy: 'S3', storage: 'sealed' })),
    /** Opens the next follow-up on that day. */
    nextOn: optional(date({ headings: ['下次回访日期'] })),
    dropReason: optional(choice(['moved', 'deceased', 'not-reached', 'declined'])),
    state: choice(['due', 'done', 'dropped']),
  },
  scope: { from: 'file' },
  title: 'dueOn',
  list: {
    columns: ['dueOn', 'file', 'about', 'state', 'heldOn', 'effect'],
    filters: ['file', 'about', 'state', 'effect', 'dueOn', 'heldOn'],
    orders: ['dueOn'],
  },
  workflow: {
    field: 'state',
    initial: 'due',
    final: ['done', 'dropped'],
    transitions: {
      hold: { from: 'due', to: 'done', requires: ['heldOn', 'way', 'effect'] },
      drop: { from: 'due', to: 'dropped', requires: ['dropReason'] },
    },
    waits: { due: { owner: 'village', clock: null, escape: 'hold' } },
  },
})
