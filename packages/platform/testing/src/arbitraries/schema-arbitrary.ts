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
  readonly checks?: readonly { readonly _zod: { readonly def: CheckDefinition } }[]
}

interface CheckDefinition {
  readonly check: string
  /** Of numbers. */
  readonly value?: number
  /** Of texts and lists. */
  readonly minimum?: number
  readonly maximum?: number
  readonly pattern?: RegExp
}

/** What a schema asks for beyond its type. */
interface Bounds {
  readonly minimum?: number
  readonly maximum?: number
  readonly pattern?: RegExp
}

/** The bounds a schema was given, seen through `optional(…)`. */
export function boundsOf(schema: $ZodType): Bounds {
  const { innerType, checks = [] } = definitionOf(schema)
  if (innerType) return boundsOf(innerType)
  const found = checks.map(({ _zod: { def } }): Bounds => {
    switch (def.check) {
      case 'greater_than':
        return def.value === undefined ? {} : { minimum: def.value }
      case 'less_than':
        return def.value === undefined ? {} : { maximum: def.value }
      case 'min_length':
        return def.minimum === undefined ? {} : { minimum: def.minimum }
      case 'max_length':
        return def.maximum === undefined ? {} : { maximum: def.maximum }
      default:
        return def.pattern === undefined ? {} : { pattern: def.pattern }
    }
  })
  return Object.assign({}, ...found)
}

/**
 * Values of a small structure (a `data` field). It reads the kinds of schema that structures are made of; another one throws, and the
 * module then gives the field's values itself.
 */
export function schemaArbitrary(schema: $ZodType): fc.Arbitrary<unknown> {
  const def = definitionOf(schema)
  const { minimum, maximum, pattern } = boundsOf(schema)
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
        minLength: minimum ?? 0,
        maxLength: Math.max(minimum ?? 0, Math.min(maximum ?? 3, 3)),
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
      return fc.oneof(...shallow(def.options ?? []).map(schemaArbitrary))
    case 'boolean':
      return fc.boolean()
    case 'number':
      return fc.integer({ min: minimum ?? 0, max: Math.max(minimum ?? 0, maximum ?? 1000) })
    case 'string':
      return pattern ? fc.stringMatching(pattern) : textArbitrary(maximum)
    default:
      throw new Error(`no values are known for a schema of type "${def.type}": give them with the sample`)
  }
}

function definitionOf(schema: $ZodType): Definition {
  return (schema as unknown as { readonly _zod: { readonly def: Definition } })._zod.def
}

function required(schema: $ZodType | undefined): $ZodType {
  if (!schema) throw new Error('the schema has no inner schema')
  return schema
}

/** Of the parts of a union those that do not hold the union itself again, so that what is drawn ends. */
function shallow(options: readonly $ZodType[]): readonly $ZodType[] {
  const plain = options.filter((option) => !holdsItself(option))
  return plain.length > 0 ? plain : options
}

function holdsItself(schema: $ZodType): boolean {
  const { type, innerType, element, items = [], shape = {}, options = [] } = definitionOf(schema)
  const parts = [innerType, element, ...items, ...Object.values(shape), ...options]
  return type === 'lazy' || parts.some((part) => part !== undefined && holdsItself(part))
}
