import { copied, defineRecord, name, reference, text } from '@opendpf/kit'

/** A role that a user holds, in his own territory. Given and taken away, never changed. */
export const grant = defineRecord({
  fields: {
    holder: reference('access.user'),
    role: reference('access.role'),
    holderName: copied(name(), { reference: 'holder', field: 'name' }),
    roleTitle: copied(text({ max: 40 }), { reference: 'role', field: 'title' }),
  },
  scope: { from: 'holder' },
  title: 'roleTitle',
  list: {
    columns: ['holderName', 'roleTitle'],
    filters: ['role'],
    orders: ['holderName', 'roleTitle'],
  },
  operations: ['create', 'remove'],
})
