/**
 * A place of work (工作台): the rows of one record that wait in certain states, each with everything on one page, and the steps that
 * lead on, for one row or for many at once. All of it is derived from the record's workflow.
 */
export interface Desk {
  /** Message of the module, also the page's heading. */
  readonly title: string
  /** Name of a record of the module. */
  readonly record: string
  /** Whose rows wait here, in the order of the work. */
  readonly states: readonly [string, ...string[]]
  /** What the desk is for: whoever may take one of these steps sits here. Default: every step that people take from its states. */
  readonly steps?: readonly [string, ...string[]]
  /** Steps that may be taken for many rows at once, after a look at who is included and who not. */
  readonly together?: readonly string[]
}
