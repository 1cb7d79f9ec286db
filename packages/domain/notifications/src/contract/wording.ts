import { choice, date, declarationName, defineRecord, division, multiline, text } from '@opendpf/kit'
import { locales } from '@opendpf/messages'
import { longestText, notificationsId } from './template.js'

/** How a county or a town words what a template says, in one language, from a day on: the latest of the smallest area counts. Without one the words of its module are used. */
export const wording = defineRecord({
  fields: {
    template: declarationName(notificationsId),
    language: choice(locales),
    subject: text({ max: 100 }),
    text: multiline({ max: longestText }),
    since: date(),
    division: division(),
  },
  scope: 'division',
  title: 'template',
  operations: ['create', 'update', 'remove'],
  list: {
    columns: ['template', 'language', 'since', 'subject', 'text'],
    filters: ['template', 'language'],
    orders: ['since'],
    direction: 'descending',
  },
})
