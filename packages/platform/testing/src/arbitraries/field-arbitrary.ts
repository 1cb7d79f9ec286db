import type { FieldMeta } from '@opendpf/kit'
import fc from 'fast-check'
import type { $ZodType } from 'zod/v4/core'
import { dateArbitrary } from './date-arbitrary.js'
import { nameArbitrary } from './name-arbitrary.js'
import { numberArbitrary } from './number-arbitrary.js'
import { boundsOf, schemaArbitrary } from './schema-arbitrary.js'
import { linesArbitrary, textArbitrary } from './text-arbitrary.js'

/** What the values of a field may be taken from. */
export interface FieldContext {
  /** The business date, YYYY-MM-DD: nothing generated lies after it. */
  readonly today: string
  /** Divisions that exist, 12 digits. */
  readonly divisions: readonly string[]
  /** Ids of rows that exist, by `<module>.<record>`. */
  readonly idsOf: (ref: string) => readonly string[]
}

/** Values that a field takes, by its kind; `undefined` for a reference to a record of which no row exists. */
export function fieldArbitrary(
  schema: $ZodType,
  meta: FieldMeta,
  { today, divisions, idsOf }: FieldContext,
): fc.Arbitrary<unknown> | undefined {
  const { minimum, maximum } = boundsOf(schema)
  switch (meta.kind) {
    case 'name':
      return nameArbitrary
    case 'text':
      return textArbitrary(maximum)
    case 'multiline':
      return linesArbitrary(maximum)
    case 'choice':
      return fc.constantFrom(...(meta.choices ?? []))
    case 'codes':
      return fc.constantFrom(...(meta.codes?.codes ?? []))
    case 'flag':
      return fc.boolean()
    case 'date':
      return dateArbitrary({ from: '2015-01-01', to: today })
    case 'instant':
      return dateArbitrary({ from: '2020-01-01', to: today }).map((day) => `${day}T00:30:00.000Z`)
    case 'whole':
    case 'money':
      return fc.integer({ min: minimum ?? 0, max: Math.min(maximum ?? 1000, (minimum ?? 0) + 1000) })
    case 'division':
      return fc.constantFrom(...divisions)
    case 'number':
      return numberArbitrary(meta.format ?? 'phone')
    case 'data':
      return schemaArbitrary(schema)
    // a file has to be brought first
    case 'attachments':
      return undefined
    case 'reference': {
      const ids = idsOf(meta.target ?? '')
      return ids.length > 0 ? fc.constantFrom(...ids) : undefined
    }
  }
}
