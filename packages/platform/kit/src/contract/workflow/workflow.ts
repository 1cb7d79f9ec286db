import type { Wait } from './wait.js'
import type { WorkflowClock } from './workflow-clock.js'

/** One named step. The verb is what permissions, audit entries and events hang on. */
export interface Transition<Verb extends string = string, Guard extends string = string> {
  readonly from: string | readonly string[]
  readonly to: string
  /** Who takes it. A step of the system has no permission and no route: only a module's own code, a job or a clock takes it. Default: a person. */
  readonly by?: 'person' | 'system'
  /** Fields of the record that must be filled before the step. */
  readonly requires?: readonly string[]
  /** What must hold, by name. The server half decides each; its refusal is the message `<record>.guard.<name>`. */
  readonly guards?: readonly Guard[]
  /** A document of the record that must have been made from the row as it stands, unless it is none of this row's. */
  readonly requiresDocument?: string
  /** Four eyes: whoever took one of these steps on the row last may not take this one (`create` is whoever registered it). */
  readonly notBy?: readonly (NoInfer<Verb> | 'create')[]
  /** Event of the module, put in the outbox with the change. */
  readonly emits?: string
}

/** States and steps of a record, as data: the server enforces them on every path, and tools can draw them. */
export interface Workflow<
  Field extends string = string,
  Verb extends string = string,
  Guard extends string = string,
  Clock extends string = string,
> {
  /** A `choice` field of the record. No form and no import ever sets it. */
  readonly field: Field
  readonly initial: string
  readonly final: readonly string[]
  readonly transitions: { readonly [V in Verb]: Transition<Verb, Guard> }
  /** Statutory and promised periods; their names are the messages `<record>.clock.<name>`. */
  readonly clocks?: { readonly [C in Clock]: WorkflowClock<NoInfer<Verb>> }
  /** For every state that is not final: who has to act, until when, and how the row gets out. */
  readonly waits: Readonly<Record<string, Wait<NoInfer<Verb>, NoInfer<Clock>>>>
}

/** The workflow of a record, as tools that look at any record see it. */
interface WithWorkflow {
  readonly workflow?: Workflow
}

/** Every step of a record's workflow by its verb. */
export function stepsOf({ workflow }: WithWorkflow): readonly (readonly [string, Transition])[] {
  return Object.entries<Transition>(workflow?.transitions ?? {})
}

/** The steps that people take: these have a permission, a route and a button. */
export function personSteps(record: WithWorkflow): readonly (readonly [string, Transition])[] {
  return stepsOf(record).filter(([, step]) => step.by !== 'system')
}

/** Whether a step starts in a state. */
export function startsIn(step: Transition, state: string): boolean {
  return [step.from].flat().includes(state)
}
