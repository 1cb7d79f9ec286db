import { choice, date, defineRecord, division, optional, reference, text, whole } from '@opendpf/kit'

/** Where devices lie (辅具站、仓库). */
export const store = defineRecord({
  fields: {
    division: division(),
    title: text({ max: 100, headings: ['名称'] }),
    organisation: optional(reference('organisations.organisation')),
    keeper: optional(text({ privacy: 'S2', headings: ['保管人'] })),
  },
  scope: 'division',
  title: 'title',
  list: { columns: ['title', 'division', 'organisation', 'keeper'], filters: ['organisation'], orders: ['title'] },
})

/** How many of a device lie in a store: what its movements add up to, never below nothing. */
export const stock = defineRecord({
  fields: {
    /** The store and the device by their names. */
    title: text({ max: 210, isDerived: true }),
    store: reference('rehab.store'),
    device: reference('rehab.device'),
    onHand: whole({ isDerived: true }),
  },
  scope: { from: 'store' },
  title: 'title',
  operations: ['create', 'export'],
  list: { columns: ['title', 'store', 'device', 'onHand'], filters: ['store', 'device', 'onHand'], orders: ['onHand'] },
})

/** Movements that come of a fitting: nobody enters them by hand. */
export const fittingMovements = ['issue', 'loan', 'return', 'recycling'] as const
/** Movements that bring something into the store. */
export const incoming = ['receipt', 'return', 'recycling'] as const

/** What came into a store or left it. A mistake is put right by another movement, with its reason. */
export const movement = defineRecord({
  fields: {
    stock: reference('rehab.stock'),
    kind: choice(['receipt', 'write-off', ...fittingMovements], { headings: ['出入库类型'] }),
    quantity: whole({ min: 1, max: 100_000, headings: ['数量'] }),
    movedOn: date({ headings: ['出入库日期'] }),
    fitting: optional(reference('rehab.fitting', { isDerived: true })),
    supplier: optional(reference('organisations.organisation', { headings: ['供应商'] })),
    document: optional(text({ max: 200, headings: ['单据号', '文号'] })),
    reason: optional(text({ max: 200, headings: ['原因'] })),
  },
  scope: { from: 'stock' },
  title: 'movedOn',
  operations: ['create', 'import', 'export'],
  list: {
    columns: ['movedOn', 'stock', 'kind', 'quantity', 'fitting', 'supplier', 'document'],
    filters: ['stock', 'kind', 'fitting', 'supplier', 'movedOn'],
    orders: ['movedOn'],
    direction: 'descending',
  },
})
