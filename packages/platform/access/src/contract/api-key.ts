import { data, date, defineRecord, division, flag, instant, optional, reference, text } from '@opendpf/kit'
import { patternsSchema } from './role.js'

/**
 * A key by which another system works in the name of a user: never more than that user may do, in his territory or a part of it. The
 * security administrator registers and revokes it; the key itself is issued to the holder alone, shown once and kept as a hash.
 */
export const apiKey = defineRecord({
  fields: {
    name: text({ max: 60 }),
    holder: reference('access.user'),
    division: division(),
    permissions: data(patternsSchema),
    expiresOn: date(),
    isRevoked: optional(flag()),
    issuedAt: optional(instant()),
  },
  scope: 'division',
  title: 'name',
  list: {
    columns: ['name', 'holder', 'division', 'expiresOn', 'isRevoked', 'issuedAt'],
    filters: ['isRevoked', 'expiresOn', 'holder'],
    orders: ['name', 'expiresOn'],
  },
  sections: [
    {
      title: 'apiKey.section.apiKey',
      fields: ['name', 'holder', 'division', 'permissions', 'expiresOn', 'isRevoked', 'issuedAt'],
    },
  ],
  operations: ['create', 'update'],
})
