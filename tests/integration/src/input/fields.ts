import type { FieldMeta, PlacedRecord } from '@opendpf/kit'
import { fieldsOf, inputFields } from '@opendpf/kit'
import type { Attack } from './requests.js'

const endless = 'x'.repeat(100_000)

/**
 * Values that a field of the kind cannot hold. What stands inside of data a module may look at last, after fields that are wrong: files of a
 * row that is there already are, for another row.
 */
function misfits({ kind }: FieldMeta, isAlone: boolean): readonly unknown[] {
  switch (kind) {
    case 'whole':
    case 'money':
      return ['abc', 1.5, 1e300, -1e300, true, {}, []]
    case 'flag':
      return ['maybe', 1, {}, []]
    case 'date':
      return ['2026-02-30', '15.06.2026', '0000-00-00', 5, true, {}, []]
    case 'choice':
    case 'codes':
      return ['nope', 'constructor', 5, true, {}, []]
    case 'reference':
      return ['no-such-row', endless, 5, true, {}, []]
    case 'division':
      return ['12', '990121100999', endless, 5, {}, []]
    case 'number':
      return ['abc', endless, 5, true, {}, []]
    case 'attachments':
      return ['text', 5, true, {}, [], ['x'], [{ id: 'x' }], [{ id: '00000000-0000-7000-8000-000000000000' }]]
    case 'data':
      return ['text', true, ...(isAlone ? [{ nope: 1 }] : [])]
    default:
      return [endless, 5, true, {}, []]
  }
}

/** Every field of a record with what it cannot hold, one at a time, and fields that nobody may set. */
export function fieldAttacks(
  record: PlacedRecord,
  route: Pick<Attack, 'method' | 'path' | 'headers'>,
  values: Readonly<Record<string, unknown>>,
): readonly Attack[] {
  const accepted = inputFields(record)
  const isAlone = !fieldsOf(record).some(({ meta }) => meta.kind === 'attachments')
  const attack = (field: string, value: unknown, like: string): Attack => ({
    ...route,
    what: `"${field}" as ${JSON.stringify(value).slice(0, 30)}`,
    like: `${like} as ${JSON.stringify(value).slice(0, 30)}`,
    body: { ...values, [field]: value },
    status: [422],
    field,
  })
  return [
    ...fieldsOf(record)
      .filter(({ name }) => accepted.includes(name))
      .flatMap(({ name, meta }) => misfits(meta, isAlone).map((value) => attack(name, value, meta.kind))),
    ...['nope', 'id', 'version', 'recordedBy', 'county', 'constructor', '__proto__x'].map((field) =>
      attack(field, 'x', field),
    ),
    ...Object.keys(record.fields)
      .filter((name) => !accepted.includes(name))
      .map((field) => attack(field, 'x', 'what nobody may set')),
  ]
}
