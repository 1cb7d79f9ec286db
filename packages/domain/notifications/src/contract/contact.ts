import { choice, copied, date, defineRecord, flag, name, optional, reference, text } from '@opendpf/kit'
import { locales } from '@opendpf/messages'

const email = () => text({ privacy: 'S2', storage: 'sealed', max: 200 })

/** How a person wants to be told things, and what he does not want to be told at all. What the law asks for he is told in any case. */
export const contact = defineRecord({
  fields: {
    person: reference('persons.person', { onMerge: 'keep-one', onRemove: 'remove' }),
    holderName: copied(name(), { reference: 'person', field: 'name' }),
    language: choice(locales),
    email: optional(email()),
    refusesSms: optional(flag()),
    refusesEmail: optional(flag()),
    askedOn: date(),
  },
  scope: { from: 'person' },
  title: 'holderName',
  list: {
    columns: ['holderName', 'language', 'refusesSms', 'refusesEmail', 'askedOn'],
    filters: ['refusesSms', 'refusesEmail'],
    orders: ['askedOn'],
    direction: 'descending',
  },
})

/** Where somebody who works with the system hears by e-mail that something waits for him inside it. */
export const mailbox = defineRecord({
  fields: {
    holder: reference('access.user', { onRemove: 'remove' }),
    holderName: copied(name(), { reference: 'holder', field: 'name' }),
    email: email(),
    isOff: optional(flag()),
  },
  scope: { from: 'holder' },
  title: 'holderName',
  operations: ['create', 'update', 'remove'],
  list: { columns: ['holderName', 'email', 'isOff'], filters: ['isOff'], orders: ['holderName'] },
})
