import type { FieldMeta, PlacedRecord } from '@opendpf/kit'
import { fieldMeta, fieldsOf } from '@opendpf/kit'
import type { Attack } from './requests.js'

const cursor = (value: unknown, id: unknown = 'x'): string =>
  Buffer.from(JSON.stringify([value, id])).toString('base64url')

/** What cannot be compared with a field, as an address carries it. */
function misfits(name: string, { kind }: FieldMeta): readonly string[] {
  switch (kind) {
    case 'date':
      return [`${name}.from=2026-02-30`, `${name}.to=nope`, `${name}=2026-01-01`, `${name}.from=`]
    case 'instant':
      return [`${name}.from=Tuesday`, `${name}.from=1`, `${name}.to=2026-02-30T00:00:00Z`]
    case 'whole':
      return [`${name}.from=999999999999999`, `${name}.from=1.5`, `${name}=1`, `${name}.to=x`]
    case 'money':
      return [`${name}.from=9999999999999999999`, `${name}.to=x`]
    case 'flag':
      return [`${name}=maybe`, `${name}=1`]
    case 'choice':
    case 'codes':
      return [`${name}=nope`, `${name}=`, `${name}=constructor`]
    case 'division':
      return [`${name}=12`]
    default:
      return [`${name}=${'x'.repeat(300)}`]
  }
}

/** Lists that are asked for what they do not offer. */
export function listAttacks(record: PlacedRecord, address: string): readonly Attack[] {
  const within = record.scope === 'global' ? '' : '&within=990121000000'
  const [order] = record.list.orders
  const params = [
    'nope=1',
    'constructor=1',
    'order=nope',
    'order=constructor',
    'order=-',
    'limit=0',
    'limit=201',
    'limit=x',
    'limit=1.5',
    'limit=1&limit=2',
    'within=12',
    'within=99012110020x',
    'asOf=nope',
    'asOf=2999-01-01T00:00:00Z',
    ...[
      'nope',
      cursor({}),
      cursor([1]),
      cursor(true),
      cursor('x\u0000'),
      cursor(null, 5),
      cursor('2026-02-30'),
      cursor(1e300),
    ]
      .map((text) => `cursor=${text}&order=${order}${within}`)
      .filter((text) => !isFitting(record, order, text)),
  ]
  const ofField = (name: string, text: string, kind: string): Attack => ({
    ...asked(address, text),
    like: `${kind} ${text.slice(name.length, name.length + 60)}`,
  })
  return [
    ...params.map((text) => asked(address, text)),
    ...(record.list.filters ?? []).flatMap((name) =>
      [
        ...misfits(name, fieldMeta(record, name)),
        `${name}.nope=1`,
        `${name}.from.to=1`,
        `${name}.empty=maybe`,
        `${name}.empty=true&${name}.empty=false`,
      ]
        // bare, this is the moment of the list, whatever field is named like it
        .filter((text) => !text.startsWith('asOf='))
        .map((text) => ofField(name, text, fieldMeta(record, name).kind)),
    ),
    ...fieldsOf(record)
      .filter(({ name }) => !record.list.filters?.includes(name) && !isParent(record, name))
      .map(({ name }) => ofField(name, `${name}=1`, 'no filter')),
  ]
}

const asked = (address: string, text: string): Attack => ({
  what: text.slice(0, 60),
  method: 'GET',
  path: `${address}?${text}`,
  status: [400],
})

const isParent = (record: PlacedRecord, field: string): boolean =>
  typeof record.scope === 'object' && record.scope.from === field

/** A text can be a place in the order of a text, wherever it came from. */
function isFitting(record: PlacedRecord, order: string, text: string): boolean {
  const { kind } = fieldMeta(record, order)
  return (
    !['date', 'instant', 'whole', 'money', 'flag', 'choice', 'codes', 'division'].includes(kind) &&
    text.startsWith(`cursor=${cursor('2026-02-30')}`)
  )
}

/** The same in a body, with searches and look-ups that cannot be. */
export function queryAttacks(record: PlacedRecord, address: string): readonly Attack[] {
  const plain = fieldsOf(record).find(({ meta }) => meta.storage !== 'exact')?.name ?? 'nope'
  const exact = fieldsOf(record).find(({ meta }) => meta.storage === 'exact')?.name
  const [order] = record.list.orders
  const bodies: Readonly<Record<string, unknown>>[] = [
    { nope: 1 },
    { filters: { nope: { any: ['1'] } } },
    { filters: [] },
    { filters: { [order]: { nope: 1 } } },
    { filters: { constructor: { any: ['1'] } } },
    { order: { by: 'nope', direction: 'ascending' } },
    { order: { by: order, direction: 'sideways' } },
    { order },
    { limit: 0 },
    { limit: 1e9 },
    { limit: '25' },
    { within: '12' },
    { within: 5 },
    { cursor: 'x'.repeat(2000) },
    { cursor: 5 },
    { search: '' },
    { search: 'x'.repeat(101) },
    { search: 5 },
    { lookup: { field: 'nope', value: '1' } },
    { lookup: { field: 'constructor', value: '1' } },
    { lookup: { field: plain, value: '1' } },
    { lookup: 'x' },
    ...(record.search
      ? [
          { search: '张', cursor: cursor('x') },
          { search: '张', cursor: cursor([99, '', 0]) },
          { search: '张', cursor: cursor([0, 5, 0]) },
        ]
      : [{ search: '张' }]),
    ...(exact === undefined
      ? []
      : [
          { lookup: { field: exact, value: 'x'.repeat(65) } },
          { lookup: { field: exact, value: '1' }, cursor: cursor('x') },
          ...(record.search ? [{ lookup: { field: exact, value: '1' }, search: '张' }] : []),
        ]),
  ]
  return [
    ...bodies.map((body) => ({
      what: JSON.stringify(body).slice(0, 60),
      method: 'POST',
      path: `${address}/query`,
      body,
      status: [400],
    })),
    {
      what: 'a parameter in the address',
      method: 'POST',
      path: `${address}/query?asOf=2026-01-01T00:00:00Z`,
      body: {},
      status: [400],
    },
  ]
}
