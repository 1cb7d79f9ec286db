import type { ModuleContext } from '@opendpf/kit/server'
import { type NotificationTemplate, notificationsId, templatesOf } from '../../contract/index.js'
import type { DailySource, EventSource } from '../../telling/index.js'

/** A declared template with what stands behind it on this server. */
export type Sourced<Source> = {
  /** `<module>.<name>` */
  readonly name: string
  readonly template: NotificationTemplate
  readonly source: Source
}

type Context = Pick<ModuleContext, 'registry' | 'provided'>

/** What is told of an event. */
export function sourcesOfEvent(event: string, context: Context): readonly Sourced<EventSource>[] {
  return sourced<EventSource>(context, ({ on }) => on !== 'daily' && on.event === event)
}

/** What is looked for each morning. */
export function dailySources(context: Context): readonly Sourced<DailySource>[] {
  return sourced<DailySource>(context, ({ on }) => on === 'daily')
}

/** @throws Error for a template that nothing stands behind: its module declares what it never tells */
function sourced<Source>(
  { registry, provided }: Context,
  isMeant: (template: NotificationTemplate) => boolean,
): readonly Sourced<Source>[] {
  const given = provided(notificationsId)
  return [...templatesOf(registry)].flatMap(([name, template]) => {
    if (!isMeant(template)) return []
    const [module = '', own = ''] = name.split('.')
    const source = (given.get(module) as Readonly<Record<string, Source>> | undefined)?.[own]
    if (source === undefined) throw new Error(`nothing stands behind the notification "${name}"`)
    return [{ name, template, source }]
  })
}
