import { attachments, choice, date, defineRecord, division, multiline, optional, text, whole } from '@opendpf/kit'

/** What a county or a town strives for as a whole, and who accepts it (创建达标): no cataract left untreated, a model of rehabilitation. */
export const area = defineRecord({
  fields: {
    division: division(),
    scheme: choice(['cataract-free', 'model-county', 'community-rehab-model', 'rehab-centre'], {
      headings: ['创建项目'],
    }),
    startedOn: date({ headings: ['启动日期'] }),
    /** Of the scheme’s own list: how many items there are, and how many are met. */
    items: optional(whole({ min: 1, max: 1_000, headings: ['指标总数'] })),
    itemsMet: optional(whole({ max: 1_000, headings: ['达标指标数'] })),
    score: optional(whole({ max: 1_000, headings: ['得分'] })),
    appliedOn: optional(date({ headings: ['申报日期'] })),
    acceptedOn: optional(date({ headings: ['验收日期'] })),
    acceptedBy: optional(choice(['city', 'province', 'nation'], { headings: ['验收单位级别'] })),
    document: optional(text({ max: 200, headings: ['验收文件'] })),
    papers: optional(attachments({ privacy: 'S1' })),
    failReason: optional(multiline({ max: 500 })),
    state: choice(['preparing', 'applied', 'accepted', 'failed']),
  },
  scope: 'division',
  title: 'scheme',
  list: {
    columns: ['scheme', 'division', 'startedOn', 'itemsMet', 'items', 'state', 'acceptedOn'],
    filters: ['scheme', 'state', 'acceptedBy', 'acceptedOn'],
    orders: ['startedOn'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'preparing',
    final: ['accepted', 'failed'],
    transitions: {
      apply: {
        from: 'preparing',
        to: 'applied',
        requires: ['appliedOn', 'items', 'itemsMet'],
        guards: ['everybodyOperated'],
      },
      accept: { from: 'applied', to: 'accepted', requires: ['acceptedOn', 'acceptedBy', 'document'] },
      fail: { from: 'applied', to: 'failed', requires: ['failReason'] },
      takeBack: { from: 'applied', to: 'preparing' },
    },
    waits: {
      preparing: { owner: 'county', clock: null, escape: 'apply' },
      applied: { owner: 'prefecture', clock: null, escape: 'accept' },
    },
  },
})
