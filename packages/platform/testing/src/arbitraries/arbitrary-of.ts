import type { PlacedRecord } from '@opendpf/kit'
import { fieldsOf, inputFields, isOptional } from '@opendpf/kit'
import fc from 'fast-check'
import type { FieldContext } from './field-arbitrary.js'
import { fieldArbitrary } from './field-arbitrary.js'

export interface RowContext extends FieldContext {
  /** What happens to fields that may be empty: sometimes filled (the default), always where a value is known, or never. */
  readonly optional?: 'sometimes' | 'always' | 'never'
  /** `input`, the default: what a person fills in; `all`: computed fields too, as a module's own code writes them. */
  readonly fields?: 'input' | 'all'
}

/** Rows that a record's contract allows. What only the module's rules know (two fields that must agree) is for the caller to add. */
export function arbitraryOf(
  record: PlacedRecord,
  context: RowContext,
): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const accepted = context.fields === 'all' ? Object.keys(record.fields) : inputFields(record)
  const columns = fieldsOf(record).flatMap(({ name, meta, schema }): [string, fc.Arbitrary<unknown>][] => {
    if (!accepted.includes(name)) return []
    const mayBeEmpty = isOptional(schema)
    if (mayBeEmpty && context.optional === 'never') return []
    const values = fieldArbitrary(schema, meta, context)
    if (!values) return []
    return [[name, mayBeEmpty && context.optional !== 'always' ? fc.option(values) : values]]
  })
  return fc.record(Object.fromEntries(columns))
}
