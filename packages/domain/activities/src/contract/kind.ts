import type { Registry } from '@opendpf/kit'
import type { Texts } from '@opendpf/messages'

/** Fields of an activity that a kind may insist on; the others are filled in or left. */
export const fieldsOfKinds = ['occasion', 'topic', 'capacity', 'place', 'responsible', 'organiser'] as const

/** A sort of activity, as a module declares it in its contract: a training term, a publicity day, a comfort tour. */
export interface ActivityKind {
  /** What it is called: 职业技能培训班. */
  readonly title: Texts
  /** The service line it is counted for: `employment`. */
  readonly line: string
  /** Fields that an activity of this kind must have. */
  readonly needs?: readonly (typeof fieldsOfKinds)[number][]
  /** Whether everybody is taken down by name: a head count is refused. Default: a head count may do, with a reason. */
  readonly isByName?: boolean
  /** What those who were there are asked, each with a score of 1 to 5, by name. */
  readonly questions?: Readonly<Record<string, Texts>>
}

/** The id under which modules declare their kinds. */
export const activitiesId = 'activities'

/** Declares the kinds of a module, for `declares: { activities: activityKinds({ … }) }`. Their names get the module's id in front. */
export function activityKinds<const Kinds extends Readonly<Record<string, ActivityKind>>>(kinds: Kinds): Kinds {
  for (const [name, { line }] of Object.entries(kinds))
    if (!/^[a-z]+(-[a-z]+)*$/.test(line)) throw new Error(`the line of an activity is kebab-case: "${name}"`)
  return kinds
}

/** Every kind that the modules of a deployment declare, by `<module>.<name>`. */
export function activityKindsOf({ modules }: Pick<Registry, 'modules'>): ReadonlyMap<string, ActivityKind> {
  return new Map(
    modules.flatMap(({ id, declares }) =>
      Object.entries((declares[activitiesId] ?? {}) as Readonly<Record<string, ActivityKind>>).map(
        ([name, kind]) => [`${id}.${name}`, kind] as const,
      ),
    ),
  )
}
