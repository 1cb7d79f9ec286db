import {
  fieldMeta,
  fieldsOf,
  type ListAnswer,
  type ListQuery,
  type PlacedRecord,
  type RecordAnswer,
  type Scope,
} from '@opendpf/kit'
import { exportColumns, exportRows } from '@opendpf/server'
import fc from 'fast-check'
import type { View } from './views.js'
import type { World } from './world.js'

/** One look at the data: what it is called, and what it finds that the scope should not show. */
export interface Operation {
  readonly name: string
  run(view: View, scope: Scope): Promise<readonly string[]>
}

const nothing = (error: unknown): never => {
  if ((error as { code?: string }).code === 'not-found') return undefined as never
  throw error
}

/** Any look that a person, a module or an export can take at any row of the world. */
export function operationArbitrary(world: World): fc.Arbitrary<Operation> {
  const { records, samples, instants } = world
  const record = fc.constantFrom(...records)
  const sample = fc.constantFrom(...samples)
  const asOf = fc.option(fc.constantFrom(...instants), { nil: undefined })
  const foreign = (scope: Scope, rows: readonly RecordAnswer[], at?: string): readonly string[] =>
    rows.flatMap((row) => [
      ...(world.isVisible(scope, { id: row.id, ...(at === undefined ? {} : { asOf: at }) }) ? [] : [`row ${row.id}`]),
      ...Object.entries(row.labels).flatMap(([field, label]) => foreignLabel(scope, row, field, label)),
    ])
  const foreignLabel = (
    scope: Scope,
    { id, fields }: RecordAnswer,
    field: string,
    label: string,
  ): readonly string[] => {
    const owner = records.find((one) => one.ref === world.versions.find((version) => version.id === id)?.ref)
    if (!owner || fieldMeta(owner, field).kind !== 'reference' || label === '—') return []
    return world.isVisible(scope, { id: String((fields as Readonly<Record<string, unknown>>)[field]) })
      ? []
      : [`label ${field} of ${id}`]
  }
  const listed = async (
    { path }: View,
    scope: Scope,
    of: PlacedRecord,
    query: ListQuery,
    at?: string,
  ): Promise<readonly string[]> => {
    const found: string[] = []
    const ids: string[] = []
    let answer: ListAnswer = await path.list(of, query, at === undefined ? {} : { asOf: at })
    const { total } = answer
    for (;;) {
      found.push(...foreign(scope, answer.rows, at))
      ids.push(...answer.rows.map(({ id }) => id))
      if (answer.next === undefined) break
      answer = await path.list(of, { ...query, cursor: answer.next }, at === undefined ? {} : { asOf: at })
    }
    if (new Set(ids).size !== ids.length) found.push(`${of.ref} shows a row twice`)
    if (total.isExact && total.value !== ids.length)
      found.push(`${of.ref} counts ${total.value} and shows ${ids.length}`)
    return found
  }
  const searched = records.filter(({ search }) => search)
  const names = samples.flatMap(({ values }) =>
    [values.head, values.name, values.headName].filter((name) => typeof name === 'string'),
  )

  return fc.oneof(
    fc
      .record({
        record,
        asOf,
        limit: fc.integer({ min: 1, max: 8 }),
        order: fc.nat(),
        descending: fc.boolean(),
        within: fc.option(fc.constantFrom('990121000000', '990121100000', '990122000000', '990122100201'), {
          nil: undefined,
        }),
      })
      .map(({ record: of, asOf: at, limit, order, descending, within }): Operation => {
        const by = of.list.orders[order % of.list.orders.length] ?? of.list.orders[0]
        const query: ListQuery = {
          filters: {},
          limit,
          order: { by, direction: descending ? 'descending' : 'ascending' },
          ...(within === undefined ? {} : { within }),
        }
        return {
          name: `list ${of.ref} ${JSON.stringify(query)} ${at}`,
          run: (view, scope) => listed(view, scope, of, query, at),
        }
      }),
    fc
      .record({
        record: fc.constantFrom(...searched),
        name: fc.constantFrom(...names),
        isOrdered: fc.boolean(),
        part: fc.nat(),
      })
      .map(({ record: of, name, isOrdered, part }): Operation => {
        const characters = [...name]
        const search = part % 2 === 0 ? name : (characters[part % characters.length] ?? name)
        const query: ListQuery = {
          filters: {},
          search,
          limit: 3,
          ...(isOrdered ? { order: { by: of.list.orders[0], direction: 'ascending' } } : {}),
        }
        return { name: `search ${of.ref} ${search}`, run: (view, scope) => listed(view, scope, of, query) }
      }),
    fc.record({ sample }).map(
      ({ sample: { record: of, values } }): Operation => ({
        name: `look-up ${of.ref}`,
        async run(view, scope) {
          const found: string[] = []
          for (const { name, meta } of fieldsOf(of)) {
            if (meta.storage !== 'exact' || typeof values[name] !== 'string') continue
            found.push(
              ...(await listed(view, scope, of, { filters: {}, lookup: { field: name, value: values[name] } })),
            )
            const rows = await view.reader.byExact(of, name as never, [values[name]])
            for (const row of [...rows.values()].flat())
              if (!world.isVisible(scope, row as never)) found.push(`byExact ${of.ref} ${(row as { id: string }).id}`)
          }
          return found
        },
      }),
    ),
    fc.record({ sample, asOf }).map(
      ({ sample: { record: of, id }, asOf: at }): Operation => ({
        name: `one ${of.ref} ${at}`,
        async run(view, scope) {
          const row = await view.path.one(of, id, at === undefined ? {} : { asOf: at }).catch(nothing)
          return row === undefined ? [] : foreign(scope, [row], at)
        },
      }),
    ),
    fc.record({ sample }).map(
      ({ sample: { record: of, id } }): Operation => ({
        name: `history ${of.ref}`,
        async run(view, scope) {
          const entries = (await view.path.history(of, id).catch(nothing)) ?? []
          return entries
            .filter(
              ({ version, action }) =>
                !world.isVisible(scope, { id, version: action === 'remove' ? version - 1 : version }),
            )
            .map(({ version }) => `version ${version} of ${id}`)
        },
      }),
    ),
    fc.record({ sample }).map(
      ({ sample: { record: of, id } }): Operation => ({
        name: `accesses and reveal ${of.ref}`,
        async run(view, scope) {
          if (world.isVisible(scope, { id })) return []
          const seen = await view.path.accesses(of, id).catch(nothing)
          const told = await view.path
            .reveal(of, id, { fields: Object.keys(of.fields).slice(0, 1), reason: '核对' })
            .catch(nothing)
          return [...(seen === undefined ? [] : ['its access log']), ...(told === undefined ? [] : ['its values'])]
        },
      }),
    ),
    fc
      .record({
        parent: fc.constantFrom(
          ...samples.filter(({ record: of }) => of.ref === 'visits.household' || of.ref === 'persons.household'),
        ),
      })
      .map(({ parent }): Operation => {
        const child =
          records.find(
            ({ ref }) => ref === (parent.record.ref === 'visits.household' ? 'visits.visit' : 'persons.member'),
          ) ?? parent.record
        return {
          name: `children of ${parent.record.ref}`,
          run: (view, scope) => listed(view, scope, child, { filters: { household: { any: [parent.id] } }, limit: 2 }),
        }
      }),
    fc.record({ record, sample }).map(
      ({ record: of, sample: { id } }): Operation => ({
        name: `a module reads ${of.ref}`,
        async run({ reader }, scope) {
          const rows = [await reader.one(of, id), ...(await reader.many(of, {}))].filter((row) => row !== undefined)
          const count = await reader.count(of, {})
          return [
            ...rows.filter((row) => !world.isVisible(scope, { id: row.id })).map((row) => `row ${row.id}`),
            ...(count === (await reader.many(of, {})).length ? [] : ['another number of rows than it reads']),
          ]
        },
      }),
    ),
    fc.record({ record }).map(
      ({ record: of }): Operation => ({
        name: `export ${of.ref}`,
        async run({ platform, actor }, scope) {
          const columns = exportColumns(of, { registry: platform.registry, locale: 'zh-CN', isUnmasked: true })
          return platform.pool.transact(actor.scope, async (session) => {
            const found: string[] = []
            for await (const cells of exportRows({
              platform,
              session,
              actor,
              record: of,
              query: { filters: {} },
              columns,
              onPage: async () => {},
            })) {
              if (!world.isVisible(scope, { id: String(cells.at(-1)) })) found.push(`row ${String(cells.at(-1))}`)
            }
            return found
          })
        },
      }),
    ),
    fc.constant({
      name: 'everything of a county',
      run: async (view: View, scope: Scope) =>
        (
          await Promise.all(records.map((of) => listed(view, scope, of, { filters: {}, within: '990121000000' })))
        ).flat(),
    }),
  )
}
