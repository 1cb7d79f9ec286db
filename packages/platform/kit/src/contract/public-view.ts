/** Rows that anybody sees while their state is one of `while`, or the one row that holds a code its holder was given. */
export type PublicRows<Field extends string = string> =
  | {
      readonly field: Field
      readonly while: readonly string[]
      /** States of rows that were public and are no more: whoever asks for one is told so. */
      readonly gone: readonly string[]
    }
  | { readonly code: Field }

/**
 * What somebody without an account may do with a record: see these fields of these rows, and fill in a new one where `adds` names the
 * fields. Beside this nothing of a deployment is open; the database itself shows such a person no other column, row or table.
 */
export interface PublicView<Field extends string = string> {
  readonly of: PublicRows<Field>
  readonly fields: readonly Field[]
  readonly adds?: readonly Field[]
}

/** Who writes what somebody without an account sends. His deeds are in the audit log under this name. */
export const publicActorId = 'public'
