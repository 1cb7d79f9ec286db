import { allows, fieldMeta, fieldsOf, parentField, personSteps } from '@opendpf/kit'
import type { Sample } from '../../samples/index.js'
import type { TestAnswer } from '../../server/test-server.js'
import type { Report } from '../check.js'
import { countRows, seen } from '../steps.js'
import type { Subject } from '../subject.js'
import type { Viewer } from './viewer.js'

/** No list, count, search, look-up or list of children holds a row outside the viewer's territory. */
export async function keepsListsInside(viewer: Viewer, report: Report): Promise<void> {
  const { record, address, visible, at, now, inside, outside } = viewer
  const parent = parentField(record)
  // a list that shows nothing before one asks for something is asked for the viewer's own division
  const path = `${address}?limit=200${record.list.isQuiet ? `&within=${at}` : ''}`
  const whole = await readAll(viewer, path)
  if (whole.total.isExact && whole.total.value !== visible.size)
    report(`GET ${address}`, `counts ${whole.total.value} of ${visible.size} rows for ${at}`)
  for (const { id } of inside) if (!whole.ids.includes(id)) report(`GET ${address}`, `hides a row within ${at}`)
  const found: (readonly [string, readonly string[]])[] = [
    [`GET ${address}`, whole.ids],
    [`GET ${address}?asOf`, (await readAll(viewer, `${path}&asOf=${now}`)).ids],
  ]
  for (const { id, division, values } of outside) {
    const parents = parent === undefined ? [] : [`${address}?limit=200&${parent}=${values[parent]}`]
    for (const path of [`${address}?limit=200&within=${division}`, ...parents])
      found.push([`GET ${path}`, (await readAll(viewer, path)).ids])
    for (const query of queriesFor(viewer, values)) {
      const { body } = await viewer.call('POST', `${address}/query`, query)
      const ids = idsIn(body)
      found.push([`POST ${address}/query ${Object.keys(query).join()}`, ids])
      if (ids.length === 0 && body.total?.value !== 0)
        report(`POST ${address}/query`, `counts ${body.total?.value} rows and shows none, for ${at}`)
      if (ids.includes(id)) report(`POST ${address}/query`, `finds a row outside ${at}`)
    }
  }
  for (const [where, ids] of found)
    for (const id of ids) if (!visible.has(id)) report(where, `shows a row outside ${at}`)
}

/** Words and numbers by which a row elsewhere would be found. */
function queriesFor({ record }: Viewer, values: Sample['values']): readonly Readonly<Record<string, unknown>>[] {
  const names = (record.search ?? []).flatMap((field) => (typeof values[field] === 'string' ? [values[field]] : []))
  const exact = fieldsOf(record).filter(
    ({ name, meta }) => meta.storage === 'exact' && typeof values[name] === 'string',
  )
  return [
    ...names.flatMap((name) => [name, [...name][0]]).map((search) => ({ search, limit: 200 })),
    ...exact.map(({ name }) => ({ lookup: { field: name, value: values[name] } })),
  ]
}

async function readAll(
  { call }: Viewer,
  path: string,
): Promise<{ ids: readonly string[]; total: { value: number; isExact: boolean } }> {
  const ids: string[] = []
  let answer = await call('GET', path)
  const { total } = answer.body
  for (;;) {
    ids.push(...idsIn(answer.body))
    if (answer.body.next === undefined) return { ids, total }
    answer = await call('GET', `${path}&cursor=${answer.body.next}`)
  }
}

function idsIn(body: TestAnswer['body']): readonly string[] {
  return ((body?.rows ?? []) as readonly { id: string }[]).map(({ id }) => id)
}

/** A row elsewhere is, to the viewer, not there: whatever he asks of it or wants done with it. */
export async function keepsRowsInside(
  { record, address, call, at, outside, now }: Viewer,
  subject: Subject,
  report: Report,
): Promise<void> {
  for (const { id } of outside) {
    const row = `${address}/${id}`
    const requests: readonly (readonly [string, string, unknown?])[] = [
      ['GET', row],
      ['GET', `${row}?asOf=${now}`],
      ['GET', `${row}/history`],
      ['GET', `${row}/access`],
      ...(record.workflow
        ? ([
            ['GET', `${row}/timeline`],
            ['GET', `${row}/steps`],
          ] as const)
        : []),
      ['POST', `${row}/reveal`, { fields: [Object.keys(record.fields)[0]], reason: '核对' }],
      ...(allows(record, 'update')
        ? ([
            ['PATCH', row, {}],
            ['POST', `${address}/check?id=${id}`, {}],
          ] as const)
        : []),
      ...(allows(record, 'remove')
        ? ([
            ['POST', `${row}/remove`, {}],
            ['POST', `${row}/restore`],
          ] as const)
        : []),
      ...personSteps(record).map(([verb]) => ['POST', `${row}/do/${verb}`, {}] as const),
    ]
    const version = await versionIn(subject, record.table, id)
    for (const [method, path, body] of requests) {
      const { status } = await call(method, path, body, seen(version ?? 1))
      if (status !== 404) report(`${method} ${path}`, `answers ${status} about a row outside ${at}`)
    }
    if ((await versionIn(subject, record.table, id)) !== version) report(row, `was changed by somebody at ${at}`)
  }
}

async function versionIn({ server }: Subject, table: string, id: string): Promise<number | undefined> {
  const [row] = await server.platform.pool.use({ level: 'all' }, (session) =>
    session.query<{ version: number }>({ text: `select version from ${table} where id = $1`, values: [id] }),
  )
  return row?.version
}

/** Nobody puts a row outside his territory, nor moves one there. */
export async function keepsWritesInside(
  { record, address, call, at, inside, outside }: Viewer,
  subject: Subject,
  report: Report,
): Promise<void> {
  const [here] = inside
  const [there] = outside
  if (!there || there.division === null) return
  const rows = await countRows(subject, `from ${record.table}`)
  if (allows(record, 'create')) {
    const { status } = await call('POST', address, await subject.sampler.values(record, { division: there.division }))
    if (status < 400) report(`POST ${address}`, `lets somebody at ${at} add a row at ${there.division}`)
  }
  const moving = record.scope === 'division' ? 'division' : (parentField(record) ?? '')
  if (here && allows(record, 'update') && fieldMeta(record, moving).isDerived !== true) {
    const target = record.scope === 'division' ? there.division : there.values[moving]
    const version = await versionIn(subject, record.table, here.id)
    const { status } = await call('PATCH', `${address}/${here.id}`, { [moving]: target }, seen(version ?? 1))
    if (status < 400) report(`PATCH ${address}`, `lets somebody at ${at} move a row to ${there.division}`)
  }
  if (allows(record, 'create') && (await countRows(subject, `from ${record.table}`)) !== rows)
    report(`POST ${address}`, `left a row of a refused request by somebody at ${at}`)
}
