import type { PlacedRecord, Transition } from '@opendpf/kit'
import {
  allows,
  attachmentsIn,
  attachPermissions,
  fieldsOf,
  isMasked,
  parentField,
  pathOf,
  permissionFor,
  personSteps,
  startsIn,
} from '@opendpf/kit'
import { sampleFile } from '../../samples/sample-file.js'
import { documentExpectations } from './documents.js'
import type { Expectation, Part, Target } from './expectation.js'

/** Every route that a record gets from its declaration, with what it must answer. */
export function derivedExpectations(record: PlacedRecord): readonly Expectation[] {
  const revealed = parentField(record) ?? Object.keys(record.fields)[0]
  const part = (method: string, rest: string, { verbs, ...more }: Part): Expectation => ({
    route: `${method} ${pathOf(record)}${rest}`,
    record,
    isAboutRow: rest.startsWith('/:id'),
    isPlaced: rest.startsWith('/:id') && record.scope !== 'global',
    needs: verbs.map((verb) => permissionFor(record, verb)),
    request: () => (method === 'GET' ? {} : { body: {} }),
    answers: 200,
    elsewhere: 404,
    removed: 404,
    isVersioned: false,
    isKeyed: false,
    isSpent: false,
    isPublic: false,
    ...more,
  })
  const mayCheck = [...(allows(record, 'create') ? ['create'] : []), ...(allows(record, 'update') ? ['update'] : [])]
  return [
    part('GET', '', { verbs: ['read'] }),
    part('POST', '/query', { verbs: ['read'] }),
    part('GET', '/:id', { verbs: ['read'] }),
    part('GET', '/:id/history', { verbs: ['history'], removed: 200 }),
    part('GET', '/:id/access', { verbs: ['history'] }),
    ...(record.workflow
      ? [part('GET', '/:id/timeline', { verbs: ['read'] }), part('GET', '/:id/steps', { verbs: ['read'] })]
      : []),
    ...personSteps(record).map(([verb]) =>
      part('POST', `/do/${verb}/bulk`, {
        verbs: [verb, 'read'],
        // rows that are not there are told of in the answer
        request: () => ({ body: { rows: [{ id: 'x', version: 1 }] } }),
        isKeyed: true,
      }),
    ),
    part('POST', '/:id/reveal', {
      verbs: ['reveal'],
      request: () => ({ body: { fields: [revealed], reason: '核对' } }),
    }),
    ...(allows(record, 'create')
      ? [
          part('POST', '', {
            verbs: ['create'],
            request: async ({ values }) => ({ body: await values() }),
            answers: 201,
            // the row is nowhere yet: what is refused is its place
            elsewhere: 422,
            isPlaced: record.scope !== 'global',
            isKeyed: true,
          }),
        ]
      : []),
    ...(mayCheck.length > 0 ? [part('POST', '/check', { verbs: mayCheck.slice(0, 1) })] : []),
    ...(allows(record, 'update')
      ? [part('PATCH', '/:id', { verbs: ['update'], isVersioned: true, isKeyed: true })]
      : []),
    ...(allows(record, 'remove')
      ? [
          part('POST', '/:id/remove', {
            verbs: ['remove'],
            answers: 204,
            isVersioned: true,
            isKeyed: true,
            isSpent: true,
          }),
          part('POST', '/:id/restore', { verbs: ['remove'], answers: 404, removed: 200 }),
        ]
      : []),
    ...personSteps(record).map(([verb, step]) =>
      part('POST', `/:id/do/${verb}`, {
        verbs: [verb],
        answers: startsIn(step, record.workflow?.initial ?? '') ? 200 : 409,
        request: (target) => ({ body: filling(step, target) }),
        isVersioned: true,
        isKeyed: true,
        isSpent: true,
      }),
    ),
    ...documentExpectations(record, part),
    ...fieldsOf(record).flatMap(({ name, meta }) => {
      if (meta.kind !== 'attachments') return []
      const params = ({ row }: Target) => ({ file: attachmentsIn(row?.values[name])[0]?.id ?? 'x' })
      const upload = part('POST', `/attachments/${name}`, {
        verbs: [],
        needsOneOf: attachPermissions(record, name),
        request: () => ({ body: sampleFile(meta.attachments) }),
        answers: 201,
      })
      return [
        ...(meta.isDerived ? [] : [upload]),
        part('GET', `/:id/attachments/${name}/:file`, {
          verbs: ['read'],
          request: (target) => ({ params: params(target) }),
          answers: isMasked(meta) ? 403 : 200,
        }),
        part('POST', `/:id/attachments/${name}/:file/reveal`, {
          verbs: ['reveal'],
          request: (target) => ({ params: params(target), body: { reason: '核对' } }),
        }),
      ]
    }),
  ]
}

/** The fields that a step asks for, as the row has them already. */
function filling({ requires = [] }: Transition, { row }: Target): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    requires.flatMap((field) => (row?.values[field] == null ? [] : [[field, row.values[field]]])),
  )
}
