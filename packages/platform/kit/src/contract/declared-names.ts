import type { DeclaredName } from './field-meta.js'
import { metaOf } from './field-meta.js'
import type { FieldOptions } from './fields.js'
import { text } from './fields.js'

/** The name of a record type that has periods, `<module>.<record>`. */
export function recordName(options: FieldOptions = {}) {
  return declared({ part: 'record' }, options)
}

/** The name of a clock or period of the record type that the field `of` names. */
export function clockName(of: string, options: FieldOptions = {}) {
  return declared({ part: 'clock', of }, options)
}

/** The name of a step in the workflow of the record type that the field `of` names. */
export function stepName(of: string, options: FieldOptions = {}) {
  return declared({ part: 'step', of }, options)
}

/** A value of the field that a clock varies by: the record type is named by the field `of`, the clock by the field `clock`. */
export function variantName(of: string, clock: string, options: FieldOptions = {}) {
  return declared({ part: 'variant', of, clock }, options)
}

/**
 * The name of what some module declares for the module `of`, `<module>.<name>`; each declaration has a `title` in both languages. Where
 * modules declare several kinds of things for it, `within` says which: `{ parameters: { … }, schemes: { … } }`.
 */
export function declarationName(of: string, options: FieldOptions & { readonly within?: string } = {}) {
  const { within, ...rest } = options
  return declared({ part: 'declaration', of, ...(within === undefined ? {} : { within }) }, rest)
}

function declared(names: DeclaredName, options: FieldOptions) {
  const schema = text(options)
  return schema.meta({ opendpf: { ...metaOf(schema), names } })
}
