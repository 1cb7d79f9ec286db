import type { Registry } from '@opendpf/kit'
import type { Texts } from '@opendpf/messages'
import { type Form, inspectForm } from './form/index.js'

/** The id under which modules declare questionnaires. */
export const surveysId = 'surveys'

/** A questionnaire that a module ships: a county takes it as the beginning of its own edition. */
export interface QuestionnaireDef {
  readonly title: Texts
  /** The document that prescribes it. */
  readonly basis: string
  readonly form: Form
}

/**
 * Declares questionnaires of a module, for `declares: { surveys: questionnaires({ … }) }`. Their names get the module's id in front.
 *
 * @throws Error for a form that has problems
 */
export function questionnaires<const Q extends Readonly<Record<string, QuestionnaireDef>>>(declared: Q): Q {
  for (const [name, { form }] of Object.entries<QuestionnaireDef>(declared)) {
    const [problem] = inspectForm(form)
    if (problem) throw new Error(`questionnaire "${name}": ${problem.reason} at "${problem.at}"`)
  }
  return declared
}

/** Every questionnaire that the modules of a deployment ship, by `<module>.<name>`. */
export function questionnairesOf({ modules }: Pick<Registry, 'modules'>): ReadonlyMap<string, QuestionnaireDef> {
  return new Map(
    modules.flatMap(({ id, declares }) =>
      Object.entries((declares[surveysId] ?? {}) as Readonly<Record<string, QuestionnaireDef>>).map(
        ([name, one]) => [`${id}.${name}`, one] as const,
      ),
    ),
  )
}
