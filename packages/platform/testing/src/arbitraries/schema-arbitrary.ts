import fc from 'fast-check'
import type { $ZodType } from 'zod/v4/core'
import { textArbitrary } from './text-arbitrary.js'

interface Definition {
  readonly type: string
  readonly innerType?: $ZodType
  readonly element?: $ZodType
  readonly valueType?: $ZodType
  readonly items?: readonly $ZodType[]
  readonly options?: readonly $ZodType[]
  readonly shape?: Readonly<Record<string, $ZodType>>
  readonly entries?: Readonly<Record<string, string | number>>
  readonly values?: readonly unknown[]
}

interface Internals {
  readonly def: Definition
  readonly bag: { readonly minimum?: number; readonly maximum?: number; readonly patterns?: ReadonlySet<RegExp> }
}

/** The bounds a schema was given, seen through `optional(…)`. */
export function boundsOf(schema: $ZodType): { readonly minimum?: number; readonly maximum?: number } {
  const { def, bag } = internals(schema)
  return def.innerType ? boundsOf(def.innerType) : bag
}

/**
 * Values of a small structure (a `data` field). It reads the kinds of schema that structures are made of; another one throws, and the
 * module then gives the field's values itself.
 */
export function schemaArbitrary(schema: $ZodType): fc.Arbitrary<unknown> {
  const { def, bag } = internals(schema)
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'readonly':
      return schemaArbitrary(required(def.innerType))
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(def.shape ?? {}).map(([name, part]) => [name, schemaArbitrary(part)])),
      )
    case 'array':
      return fc.array(schemaArbitrary(required(def.element)), {
        minLength: bag.minimum ?? 0,
        maxLength: Math.min(bag.maximum ?? 3, 3),
      })
    case 'tuple':
      return fc.tuple(...(def.items ?? []).map(schemaArbitrary))
    case 'record':
      return fc.constant({})
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}))
    case 'literal':
      return fc.constantFrom(...(def.values ?? []))
    case 'union':
      return fc.oneof(...(def.options ?? []).map(schemaArbitrary))
    case 'boolean':
      return fc.boolean()
    case 'number':
      return fc.integer({ min: bounded(bag.minimum, 0), max: bounded(bag.maximum, 1000) })
    case 'string': {
      const [pattern] = bag.patterns ?? []
      return pattern ? fc.stringMatching(pattern) : textArbitrary(bag.maximum)
    }
    default:
      throw new Error(`no values are known for a schema of type "${def.type}": give them with the sample`)
  }
}

/** A bound that is worth using: zod marks "any safe integer" with the largest one. */
function bounded(bound: number | undefined, otherwise: number): number {
  return bound === undefined || Math.abs(bound) >= Number.MAX_SAFE_INTEGER ? otherwise : bound
}

function internals(schema: $ZodType): Internals {
  return (schema as unknown as { readonly _zod: Internals })._zod
}

function required(schema: $ZodType | undefined): $ZodType {
  if (!schema) throw new Error('the schema has no inner schema')
  return schema
}
