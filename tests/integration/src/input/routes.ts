import type { PlacedRecord } from '@opendpf/kit'
import { allows, personSteps, startsIn } from '@opendpf/kit'
import { bodyAttacks } from './bodies.js'
import { fieldAttacks } from './fields.js'
import { download, openWithReason, upload } from './files.js'
import { listAttacks, queryAttacks } from './lists.js'
import type { Attack, Target } from './requests.js'
import { seen } from './requests.js'

type Attacks = (record: PlacedRecord, target: Target) => readonly Attack[]

const nowhere = '00000000-0000-7000-8000-000000000000'

/** Ids that are nobody's, or somebody else's. */
const idAttacks =
  (method: string, rest: string, more: Partial<Attack> = {}): Attacks =>
  (_, { address, there }) =>
    [nowhere, 'x'.repeat(5000), '%00', '%ED%A0%80', "'; drop table x; --", ...(there ? [there.id] : [])].map((id) => ({
      what: `the id ${id.slice(0, 40)}`,
      method,
      path: `${address}/${id.startsWith('%') ? id : encodeURIComponent(id)}${rest}`,
      status: [404, ...(id.startsWith('%') ? [400] : [])],
      ...more,
    }))

/** Parameters that the route does not take. */
const paramAttack =
  (method: string, rest: string, more: Partial<Attack> = {}): Attacks =>
  (_, { address, here }) => [
    { what: 'a parameter in the address', method, path: `${address}/${here.id}${rest}?nope=1`, status: [400], ...more },
  ]

/** Versions that say nothing, or of something else. */
const versionAttacks =
  (method: string, rest: string): Attacks =>
  (_, { address, here, version }) => {
    const attack = (header: string | undefined, status: number): Attack => ({
      what: `If-Match ${header}`,
      method,
      path: `${address}/${here.id}${rest}`,
      body: {},
      headers: header === undefined ? {} : { 'if-match': header },
      status: [status],
    })
    return [
      attack(undefined, 428),
      attack('', 400),
      attack('*', 400),
      attack('abc', 400),
      attack('-1', 400),
      attack('"1", "2"', 400),
      attack('99999999999999999999', 400),
      attack(`"${version + 1}"`, 412),
      attack('"0"', 412),
    ]
  }

const keyAttacks = (route: Pick<Attack, 'method' | 'path' | 'headers'>, body: unknown): readonly Attack[] =>
  ['short', 'with blanks', 'ü'.repeat(10), 'x'.repeat(129)].map((key) => ({
    ...route,
    what: `the key ${key.slice(0, 20)}`,
    body,
    headers: { ...route.headers, 'idempotency-key': encodeURI(key) === key ? key : 'with blank ' },
    status: [400],
  }))

const several =
  (...all: readonly Attacks[]): Attacks =>
  (record, target) =>
    all.flatMap((attacks) => attacks(record, target))

const step: Attacks = (record, target) =>
  personSteps(record).flatMap(([verb, transition]) =>
    several(
      idAttacks('POST', `/do/${verb}`, { body: {}, headers: seen(1) }),
      paramAttack('POST', `/do/${verb}`, { body: {}, headers: seen(target.version) }),
      versionAttacks('POST', `/do/${verb}`),
      (_, { address, here, version }) =>
        bodyAttacks({ method: 'POST', path: `${address}/${here.id}/do/${verb}`, headers: seen(version) }),
      (_, { address, here, version }) =>
        // a step that does not start here is refused whatever it fills in
        startsIn(transition, record.workflow?.initial ?? '')
          ? fieldAttacks(
              record,
              { method: 'POST', path: `${address}/${here.id}/do/${verb}`, headers: seen(version) },
              {},
            )
          : [],
    )(record, target),
  )

/** The same attacks on the route of each document of the record. */
const ofDocuments =
  (attacksOf: (name: string) => Attacks): Attacks =>
  (record, target) =>
    Object.keys(record.documents ?? {}).flatMap((name) => attacksOf(name)(record, target))

/** Copies and joint files that nobody made, under names that are none. */
const noCopies = (path: (name: string, target: Target) => string): Attacks =>
  ofDocuments((name) => (_, target) => [
    ...['0', '7', '-1', '1.5', 'nope', '%00'].map((copy) => ({
      what: `the copy ${copy}`,
      method: 'GET',
      path: `${path(name, target)}/${copy}`,
      status: [404, ...(copy === '%00' ? [400] : [])],
    })),
    { what: 'a parameter', method: 'GET', path: `${path(name, target)}/1?nope=1`, status: [400] },
  ])

const printTogether = ofDocuments((name) => (_, { address, here }) => {
  const path = `${address}/documents/${name}`
  return [
    ...bodyAttacks({ method: 'POST', path }),
    ...[
      {},
      { rows: [] },
      { rows: [here.id], query: { filters: {} } },
      { rows: [5] },
      { rows: Array.from({ length: 1001 }, (_row, index) => `x${index}`) },
      { query: { filters: { nope: { any: ['x'] } } } },
      { rows: [here.id], nope: 1 },
    ].map((body) => ({ what: JSON.stringify(body).slice(0, 60), method: 'POST', path, body, status: [400] })),
    { what: 'a parameter', method: 'POST', path: `${path}?nope=1`, body: { rows: [here.id] }, status: [400] },
  ]
})

const bulkStep: Attacks = (record, { address, here, version }) =>
  personSteps(record).flatMap(([verb]) => {
    const path = `${address}/do/${verb}/bulk`
    const row = { id: here.id, version }
    return [
      ...bodyAttacks({ method: 'POST', path }),
      ...[
        {},
        { rows: [] },
        { rows: [row], query: { filters: {} } },
        { rows: [{ id: here.id }] },
        { rows: [{ ...row, nope: 1 }] },
        { rows: Array.from({ length: 1001 }, (_, index) => ({ id: `x${index}`, version: 1 })) },
        { query: { filters: { nope: { any: ['x'] } } } },
        { query: { filters: {}, order: { by: 'nope', direction: 'ascending' } } },
        { rows: [row], values: [] },
        { rows: [row], reason: 'x'.repeat(201) },
        { rows: [row], nope: 1 },
      ].map((body) => ({ what: JSON.stringify(body).slice(0, 60), method: 'POST', path, body, status: [400] })),
      {
        what: 'a parameter in the address',
        method: 'POST',
        path: `${path}?nope=1`,
        body: { rows: [row] },
        status: [400],
      },
    ]
  })

/** What is tried on each kind of route that a record has. A kind that is not here has no test, and the test says so. */
export const derivedRoutes: Readonly<Record<string, Attacks>> = {
  'GET ': (record, { address }) => listAttacks(record, address),
  'POST /query': several(
    (record, { address }) => queryAttacks(record, address),
    (_, { address }) => bodyAttacks({ method: 'POST', path: `${address}/query` }),
  ),
  'GET /:id': several(idAttacks('GET', ''), paramAttack('GET', ''), (_, { address, here }) =>
    ['nope', '2999-01-01T00:00:00Z', '2026-02-30x'].map((asOf) => ({
      what: `as of ${asOf}`,
      method: 'GET',
      path: `${address}/${here.id}?asOf=${asOf}`,
      status: [400],
    })),
  ),
  'GET /:id/history': several(idAttacks('GET', '/history'), paramAttack('GET', '/history')),
  'GET /:id/timeline': several(idAttacks('GET', '/timeline'), paramAttack('GET', '/timeline')),
  'GET /:id/steps': several(idAttacks('GET', '/steps'), paramAttack('GET', '/steps')),
  'POST /do/bulk': bulkStep,
  'GET /:id/access': several(idAttacks('GET', '/access'), paramAttack('GET', '/access')),
  'POST /:id/reveal': several(
    (record, target) =>
      idAttacks('POST', '/reveal', { body: { fields: Object.keys(record.fields).slice(0, 1), reason: '核对' } })(
        record,
        target,
      ),
    (_, { address, here }) => bodyAttacks({ method: 'POST', path: `${address}/${here.id}/reveal` }),
    (_, { address, here }) =>
      [
        {},
        { fields: [], reason: '核对' },
        { fields: ['nope'], reason: '核对' },
        { fields: ['constructor'], reason: '核对' },
        { fields: ['__proto__'], reason: '核对' },
        { fields: 'x', reason: '核对' },
        { fields: ['id'], reason: '核对' },
        { fields: ['x'], reason: ' ' },
        { fields: ['x'], reason: 'x'.repeat(201) },
        { fields: ['x'], reason: '核对', nope: 1 },
      ].map((body) => ({
        what: JSON.stringify(body).slice(0, 60),
        method: 'POST',
        path: `${address}/${here.id}/reveal`,
        body,
        status: [400],
      })),
  ),
  'POST ': several(
    (_, { address }) => bodyAttacks({ method: 'POST', path: address }),
    (record, { address, here }) => fieldAttacks(record, { method: 'POST', path: address }, here.values),
    (_, { address, here }) => keyAttacks({ method: 'POST', path: address }, here.values),
    (_, { address, here }) => [
      {
        what: 'a parameter in the address',
        method: 'POST',
        path: `${address}?nope=1`,
        body: here.values,
        status: [400],
      },
      { what: 'nothing', method: 'POST', path: address, status: [422] },
    ],
  ),
  'POST /check': several(
    // of what nobody adds only a change can be tried, and the row has to be named
    (record, { address, here }) =>
      bodyAttacks({ method: 'POST', path: `${address}/check${allows(record, 'create') ? '' : `?id=${here.id}`}` }),
    (record, { address, there }) =>
      [nowhere, ...(there ? [there.id] : [])].map((id) => ({
        what: `the id ${id}`,
        method: 'POST',
        path: `${address}/check?id=${id}`,
        body: {},
        // what is only added has no row that a change could be tried on
        status: [allows(record, 'update') ? 404 : 405],
      })),
    (_, { address }) => [
      { what: 'a parameter in the address', method: 'POST', path: `${address}/check?nope=1`, body: {}, status: [400] },
    ],
  ),
  'PATCH /:id': several(
    idAttacks('PATCH', '', { body: {}, headers: seen(1) }),
    versionAttacks('PATCH', ''),
    (record, target) => paramAttack('PATCH', '', { body: {}, headers: seen(target.version) })(record, target),
    (_, { address, here, version }) =>
      bodyAttacks({ method: 'PATCH', path: `${address}/${here.id}`, headers: seen(version) }),
    (record, { address, here, version }) =>
      fieldAttacks(record, { method: 'PATCH', path: `${address}/${here.id}`, headers: seen(version) }, {}),
    (_, { address, here, version }) =>
      keyAttacks({ method: 'PATCH', path: `${address}/${here.id}`, headers: seen(version) }, {}),
  ),
  'POST /:id/remove': several(
    idAttacks('POST', '/remove', { body: {}, headers: seen(1) }),
    versionAttacks('POST', '/remove'),
    (record, target) => paramAttack('POST', '/remove', { body: {}, headers: seen(target.version) })(record, target),
    (_, { address, here, version }) =>
      bodyAttacks({ method: 'POST', path: `${address}/${here.id}/remove`, headers: seen(version) }),
    (_, { address, here, version }) =>
      [{ reason: 'x'.repeat(201) }, { reason: 5 }, { nope: 1 }].map((body) => ({
        what: JSON.stringify(body).slice(0, 40),
        method: 'POST',
        path: `${address}/${here.id}/remove`,
        body,
        headers: seen(version),
        status: [400],
      })),
  ),
  'POST /:id/restore': several(idAttacks('POST', '/restore'), (_, { address, here }) => [
    { what: 'a row that is there', method: 'POST', path: `${address}/${here.id}/restore`, status: [404] },
  ]),
  'POST /:id/do': step,
  'GET /:id/documents': several(idAttacks('GET', '/documents'), paramAttack('GET', '/documents')),
  'GET /:id/documents/preview': ofDocuments((name) =>
    several(idAttacks('GET', `/documents/${name}/preview`), paramAttack('GET', `/documents/${name}/preview`)),
  ),
  'POST /:id/documents/print': ofDocuments((name) =>
    several(
      idAttacks('POST', `/documents/${name}`, { body: {} }),
      paramAttack('POST', `/documents/${name}`, { body: {} }),
      (_, { address, here }) => bodyAttacks({ method: 'POST', path: `${address}/${here.id}/documents/${name}` }),
      (_, { address, here }) => keyAttacks({ method: 'POST', path: `${address}/${here.id}/documents/${name}` }, {}),
    ),
  ),
  'GET /:id/documents/copy': noCopies((name, { address, here }) => `${address}/${here.id}/documents/${name}`),
  'POST /documents/together': printTogether,
  'GET /documents/joint': noCopies((name, { address }) => `${address}/documents/${name}`),
  'POST /attachments': upload,
  'GET /:id/attachments': download,
  'POST /:id/attachments/reveal': openWithReason,
}

/** The kind of a derived route. */
export function kindOf(method: string, rest: string): string {
  const plain = rest
    .replace(/^(\/:id\/do)\/.*$/, '$1')
    .replace(/^\/do\/[^/]+\/bulk$/, '/do/bulk')
    .replace(/^(\/:id\/documents)\/[^/]+\/preview$/, '$1/preview')
    .replace(/^(\/:id\/documents)\/[^/]+\/:copy$/, '$1/copy')
    .replace(/^(\/:id\/documents)\/(?!preview$|copy$)[^/]+$/, '$1/print')
    .replace(/^\/documents\/[^/]+\/:job$/, '/documents/joint')
    .replace(/^\/documents\/(?!joint$)[^/]+$/, '/documents/together')
    .replace(/^(\/:id)?\/attachments\/[^/]+(\/:file)?/, '$1/attachments')
  return `${method} ${plain}`
}
