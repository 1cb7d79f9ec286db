import { attachments, choice, date, defineRecord, division, multiline, optional, text } from '@opendpf/kit'

/** A rule by which people are helped, or a study of how they could be (康复优惠政策和研究). */
export const policy = defineRecord({
  fields: {
    division: division(),
    kind: choice(['preference', 'insurance', 'reduction', 'study']),
    title: text({ max: 200, headings: ['名称'] }),
    document: optional(text({ max: 200, headings: ['文号'] })),
    since: date({ headings: ['实施日期'] }),
    until: optional(date({ headings: ['失效日期'] })),
    /** Whom it helps, or what a study came to. */
    outcome: optional(multiline({ max: 1000, headings: ['内容或成果'] })),
    papers: optional(attachments({ privacy: 'S1' })),
  },
  scope: 'division',
  title: 'title',
  list: {
    columns: ['title', 'kind', 'division', 'since', 'until'],
    filters: ['kind', 'since', 'until'],
    orders: ['since'],
    direction: 'descending',
  },
})
