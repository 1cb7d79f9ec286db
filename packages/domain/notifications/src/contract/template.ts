import type { Registry } from '@opendpf/kit'
import type { Texts } from '@opendpf/messages'

/** The id under which modules declare what they tell people. */
export const notificationsId = 'notifications'

/**
 * Who is told: whom it is about (of a minor, the guardians), his guardians, or the users of the system who have to act. The first two get
 * messages from outside the system, the last one inside it.
 */
export const recipients = ['person', 'guardian', 'owner'] as const
export type Recipient = (typeof recipients)[number]

/** Something that people are told, as the contract of a module declares it. A county may word it anew; nothing else of it changes. */
export interface NotificationTemplate {
  readonly title: Texts
  /** An event by its whole name, or what the module's server half finds to be due each morning. */
  readonly on: { readonly event: string } | 'daily'
  readonly to: readonly [Recipient, ...Recipient[]]
  /** What the text is filled in with, and what each is. `name`, the name of whoever is told, is always there. */
  readonly placeholders: Readonly<Record<string, Texts>>
  /** One line; never anything that must not stand on a locked screen. */
  readonly subject: Texts
  /** With placeholders as `{{day}}`. It is sent as an SMS: without numbers of identity, without diagnoses. */
  readonly text: Texts
  /** The law by which people have to be told: nobody opts out of it. */
  readonly statutory?: string
}

export type NotificationTemplates = Readonly<Record<string, NotificationTemplate>>

/** The longest text, in characters: some seven parts of an SMS. */
export const longestText = 500

/** What stands in a text for something, by its names. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, name = '']) => name))]
}

/** Placeholders of a text that a template does not have. */
export function strangePlaceholders(text: string, { placeholders }: Pick<NotificationTemplate, 'placeholders'>) {
  return placeholdersIn(text).filter((name) => name !== 'name' && !Object.hasOwn(placeholders, name))
}

/**
 * Declares what a module tells people, for `declares: { [notificationsId]: notificationTemplates({ … }) }`. Names get the module's id in front.
 *
 * @throws Error for a text with a placeholder that is not declared, or too long a one
 */
export function notificationTemplates<const T extends NotificationTemplates>(templates: T): T {
  for (const [name, template] of Object.entries<NotificationTemplate>(templates))
    for (const text of [template.subject, template.text].flatMap((both) => [both['zh-CN'], both.en])) {
      const [strange] = strangePlaceholders(text, template)
      if (strange !== undefined) throw new Error(`the template "${name}" does not declare "{{${strange}}}"`)
      if (text.length > longestText) throw new Error(`a text has up to ${longestText} characters: "${name}"`)
    }
  return templates
}

/** Every template that the modules of a deployment declare, by `<module>.<name>`. */
export function templatesOf({ modules }: Pick<Registry, 'modules'>): ReadonlyMap<string, NotificationTemplate> {
  return new Map(
    modules.flatMap(({ id, declares }) =>
      Object.entries((declares[notificationsId] ?? {}) as NotificationTemplates).map(
        ([name, template]) => [`${id}.${name}`, template] as const,
      ),
    ),
  )
}
