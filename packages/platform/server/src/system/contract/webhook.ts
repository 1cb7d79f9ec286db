import { data, defineRecord, division, flag, text } from '@opendpf/kit'
import * as z from 'zod'

/** Names of events, or what they begin with: `persons.person.merged`, `persons.*`, `*`. */
const eventPatterns = z
  .array(
    z
      .string()
      .trim()
      .regex(/^(\*|[a-z][a-z-]*\.(\*|[A-Za-z][A-Za-z.-]*(\.\*)?))$/)
      .max(100),
  )
  .min(1)
  .max(50)

/** Another system that is told of what happens here, of the counties it lies above or in. */
export const webhook = defineRecord({
  fields: {
    title: text({ max: 100 }),
    url: text({ max: 500 }),
    /** Signs what is sent; at least 16 characters. */
    secret: text({ privacy: 'S4', storage: 'sealed', max: 200 }),
    events: data(eventPatterns),
    isActive: flag(),
    division: division(),
  },
  scope: 'division',
  title: 'title',
  list: { columns: ['title', 'url', 'isActive'], filters: ['isActive'], orders: ['title'] },
  sections: [{ title: 'webhook', fields: ['title', 'url', 'secret', 'events', 'isActive', 'division'] }],
  operations: ['create', 'update', 'remove'],
})
