import type { FieldsOf } from '@opendpf/kit'
import type { RecordHooks } from '@opendpf/kit/server'
import { notifications, strangePlaceholders, templatesOf } from '../contract/index.js'

const { message, wording, contact, mailbox } = notifications.records

// what every mail server takes; whether somebody reads there only a message tells
const emailPattern = /^[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)+$/

/** What people do with a message that did not go out by itself. */
export const messageHooks: RecordHooks<typeof message> = {
  prepare({ verb, values }, { clock }) {
    if (verb === 'tryAgain') Object.assign(values, { nextAt: clock.now().toISOString(), attempts: 0 })
    if (verb === 'noteSent') values.sentAt = clock.now().toISOString()
    if (verb === 'drop') values.nextAt = null
  },
}

/** Words of a county say what the template can fill in, and nothing else. */
export const wordingHooks: RecordHooks<typeof wording> = {
  prepare({ values, refuse }, { registry }) {
    const template = templatesOf(registry).get(values.template)
    if (!template) return refuse('template', 'wording.problem.template')
    for (const field of ['subject', 'text'] as const) {
      const [strange] = strangePlaceholders(values[field], template)
      if (strange === undefined) continue
      const known = ['name', ...Object.keys(template.placeholders)].map((name) => `{{${name}}}`).join('、')
      refuse(field, 'wording.problem.placeholder', { placeholder: `{{${strange}}}`, known })
    }
  },
  async check(drafts, { read }) {
    const known = await read.many(wording, { template: [...new Set(drafts.map(({ values }) => values.template))] })
    const keyOf = ({ division, template, language, since }: FieldsOf<typeof wording>) =>
      `${division} ${template} ${language} ${since}`
    const stored = known.map((row) => [keyOf(row), row.id] as const)
    for (const { refuse } of takenBy(drafts, stored, ({ values }) => keyOf(values)))
      refuse('since', 'wording.problem.taken')
  },
}

export const contactHooks: RecordHooks<typeof contact> = {
  prepare({ values, refuse }, { today }) {
    if (values.email !== null && !emailPattern.test(values.email)) refuse('email', 'contact.problem.email')
    if (values.askedOn > today) refuse('askedOn', 'contact.problem.future')
  },
  async check(drafts, { read }) {
    const known = await read.many(contact, { person: drafts.map(({ values }) => values.person) })
    const stored = known.map(({ person, id }) => [person, id] as const)
    for (const { refuse } of takenBy(drafts, stored, ({ values }) => values.person))
      refuse('person', 'contact.problem.taken')
  },
}

export const mailboxHooks: RecordHooks<typeof mailbox> = {
  prepare({ values, refuse }) {
    if (!emailPattern.test(values.email)) refuse('email', 'mailbox.problem.email')
  },
  async check(drafts, { read }) {
    const known = await read.many(mailbox, { holder: drafts.map(({ values }) => values.holder) })
    const stored = known.map(({ holder, id }) => [holder, id] as const)
    for (const { refuse } of takenBy(drafts, stored, ({ values }) => values.holder))
      refuse('holder', 'mailbox.problem.taken')
  },
}

/** Drafts that would be the second of their kind, by what is stored and among themselves. */
function takenBy<D extends { readonly before: { readonly id: string } | undefined }>(
  drafts: readonly D[],
  stored: readonly (readonly [key: string, id: string])[],
  keyOf: (draft: D) => string,
): readonly D[] {
  const owners = new Map(stored)
  return drafts.filter((draft, position) => {
    const own = draft.before?.id ?? `new ${position}`
    const owner = owners.get(keyOf(draft)) ?? own
    owners.set(keyOf(draft), owner)
    return owner !== own
  })
}
