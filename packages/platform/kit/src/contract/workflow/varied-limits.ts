import { fieldMeta, type PlacedRecord } from '../record.js'
import type { Registry } from '../registry.js'
import type { Limits, WorkflowClock } from './workflow-clock.js'

interface Declared {
  readonly limits?: Readonly<Record<string, Limits>>
}

/**
 * The limits that a clock keeps for a value of the field that it varies by: those that the clock names for it, or, of a field that names a
 * declaration, those that the declaration has for this clock. Undefined where the value keeps what all rows keep.
 */
export function variedLimits(
  { modules }: Pick<Registry, 'modules'>,
  { record, clock, value }: { readonly record: PlacedRecord; readonly clock: string; readonly value: string },
): Limits | undefined {
  const vary = varyOf(record, clock)
  if (!vary) return undefined
  const of = declarationsIn(record, vary.field)
  if (of === undefined) return vary.limits[value]
  for (const { id, declares } of modules)
    for (const [name, declared] of Object.entries((declares[of] ?? {}) as Readonly<Record<string, Declared>>))
      if (`${id}.${name}` === value) return declared.limits?.[clock]
  return undefined
}

/** The values about which a limit of a clock may be decided; none where it keeps the same for all rows. */
export function variantsOf(
  { modules }: Pick<Registry, 'modules'>,
  record: PlacedRecord,
  clock: string,
): readonly string[] {
  const vary = varyOf(record, clock)
  if (!vary) return []
  const of = declarationsIn(record, vary.field)
  if (of === undefined) return fieldMeta(record, vary.field).choices ?? []
  return modules.flatMap(({ id, declares }) =>
    Object.keys((declares[of] ?? {}) as object).map((name) => `${id}.${name}`),
  )
}

function varyOf({ workflow }: PlacedRecord, clock: string): WorkflowClock['vary'] {
  return (workflow?.clocks as Readonly<Record<string, WorkflowClock>> | undefined)?.[clock]?.vary
}

/** The module for which the field names a declaration. */
function declarationsIn(record: PlacedRecord, field: string): string | undefined {
  const { names } = fieldMeta(record, field)
  return names?.part === 'declaration' ? names.of : undefined
}
