import type { Attack } from './requests.js'

const deep = 2_000
const large = JSON.stringify({ a: 'x'.repeat(2 * 1024 * 1024) })
const bottomless = `${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`

/** Bodies that are no JSON object that anything could be read from, whatever the route. */
export function bodyAttacks(
  route: Pick<Attack, 'method' | 'path' | 'headers'>,
  statuses?: readonly number[],
): readonly Attack[] {
  const attack = (
    what: string,
    status: number,
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Attack => ({
    ...route,
    what,
    body,
    headers: { ...route.headers, ...headers },
    status: statuses ?? [status],
  })
  return [
    attack('broken JSON', 400, '{"a":'),
    attack('an array', 400, '[]'),
    attack('a text', 400, '"text"'),
    attack('null', 400, 'null'),
    attack('another content type', 415, '{"a":1}', { 'content-type': 'text/plain' }),
    attack('a form', 415, 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }),
    attack('a NUL', 400, '{"a":"x\\u0000y"}'),
    attack('a NUL in a name', 400, '{"x\\u0000y":1}'),
    attack('half a surrogate', 400, '{"a":"\\ud842"}'),
    attack(
      'bytes that are no UTF-8',
      400,
      new Uint8Array([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xd5, 0xc5, 0x22, 0x7d]),
    ),
    attack('2 MB', 413, large),
    attack('a bottomless structure', 400, bottomless),
  ]
}
