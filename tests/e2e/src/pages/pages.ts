import { permissionsOf, shippedPatterns, shippedRole } from '@opendpf/access'
import { contributions } from '@opendpf/app-admin/modules'
import type { PlacedRecord } from '@opendpf/kit'
import {
  allows,
  createRegistry,
  fieldMeta,
  hasDocuments,
  inputFields,
  parentField,
  pathOf,
  permissionFor,
} from '@opendpf/kit'
import { deskHref, desksOf, maySitAt } from '@opendpf/kit/admin'
import type { Username } from '../sign-in/accounts.js'
import { accounts, usernames } from '../sign-in/accounts.js'

/** The whole of the demo county: asks for all rows that a quiet list does not show by itself. */
const county = '990121000000'

/** Rows look alike: a short list shows all that a long one does, in less time. */
const few = 'limit=10'

/** One page of the composed app and who looks at it. */
export interface TestedPage {
  readonly name: string
  readonly user: Username
  /** Its address; pages of one row take its id. */
  address(id: string): string
  /** The record whose row it shows. */
  readonly record?: PlacedRecord
  /** A sheet for printing stands outside the frame. */
  readonly isSheet?: boolean
  /** The components that a derived page is made of; a page of a module's own is not made of any. */
  readonly parts?: readonly string[]
  /** Its words are those of the page of the row: where its parts were shown as well, it is not opened at all. */
  readonly isRepeated?: boolean
  /** Pages before it have shown all its parts: it is not looked at in the other modes as well. */
  readonly isLike?: boolean
}

export const registry = createRegistry(contributions.map(({ module }) => module))

const held = new Map(
  usernames.map((user) => {
    const role = shippedRole(accounts[user])
    return [user, role ? permissionsOf(shippedPatterns(role, registry), registry.permissions) : new Set<string>()]
  }),
)

/** The first account that holds all of these permissions. */
function whoMay(...permissions: readonly string[]): Username | undefined {
  return usernames.find((user) => permissions.every((permission) => held.get(user)?.has(permission)))
}

/** A page somebody may see, as a list of one; a page that no shipped role may see is none. */
function page(facts: Omit<TestedPage, 'user'>, ...permissions: readonly string[]): readonly TestedPage[] {
  const user = whoMay(...permissions)
  return user ? [{ ...facts, user }] : []
}

function pagesOf(record: PlacedRecord): readonly TestedPage[] {
  const path = pathOf(record)
  const [read = '', create = '', update = ''] = (['read', 'create', 'update'] as const).map((verb) =>
    permissionFor(record, verb),
  )
  const { ref, list } = record
  const row = { record }
  const kinds = partsOf(record)
  const listed = ['list', ...kinds([...list.columns, ...(list.filters ?? [])])]
  const detailed = ['detail', ...kinds(), ...panelsOf(record)]
  const entered = ['form', ...kinds(inputFields(record))]
  return [
    ...page({ name: `${ref} list`, parts: listed, address: () => `/m${path}?${few}` }, read),
    ...(list.isQuiet
      ? page({ name: `${ref} list, asked`, parts: listed, address: () => `/m${path}?within=${county}&${few}` }, read)
      : []),
    ...page({ name: `${ref} detail`, ...row, parts: detailed, address: (id) => `/m${path}/${id}` }, read),
    ...(record.workflow
      ? page(
          {
            name: `${ref} progress`,
            ...row,
            isRepeated: true,
            parts: ['progress', ...(record.workflow.clocks ? ['progress clocks'] : [])],
            address: (id) => `/m${path}/${id}?tab=progress`,
          },
          read,
        )
      : []),
    ...(hasDocuments(record)
      ? page(
          { name: `${ref} documents`, ...row, parts: ['documents'], address: (id) => `/m${path}/${id}?tab=documents` },
          read,
          permissionFor(record, 'print'),
        )
      : []),
    ...page(
      {
        name: `${ref} sheet`,
        ...row,
        isSheet: true,
        parts: ['sheet'],
        isRepeated: true,
        address: (id) => `/print${path}/${id}`,
      },
      read,
    ),
    ...(allows(record, 'create')
      ? page({ name: `${ref} new`, parts: entered, isRepeated: true, address: () => `/m${path}/new` }, create)
      : []),
    ...(allows(record, 'update')
      ? page(
          {
            name: `${ref} edit`,
            ...row,
            parts: entered,
            isRepeated: allows(record, 'create'),
            address: (id) => `/m${path}/${id}/edit`,
          },
          update,
        )
      : []),
  ]
}

/** What the derived pages of a record are made of: each kind of field is drawn by one component, each structure by its own widget. */
function partsOf(record: PlacedRecord): (fields?: readonly string[]) => readonly string[] {
  return (fields = Object.keys(record.fields)) =>
    fields.flatMap((field) => {
      if (!(field in record.fields)) return []
      const { kind } = fieldMeta(record, field)
      return [kind === 'data' ? `${record.ref}.${field}` : kind]
    })
}

function panelsOf(record: PlacedRecord): readonly string[] {
  return contributions.flatMap(({ module, panels = {} }) =>
    (panels[module.id === record.module ? record.name : record.ref] ?? []).map(({ title }) => `${module.id} ${title}`),
  )
}

/** Whether the navigation does not lead to a record because the page of another one of its module shows it. */
function liesOnItsParent(record: PlacedRecord): boolean {
  const parent = parentField(record)
  return parent !== undefined && fieldMeta(record, parent).target?.split('.')[0] === record.module
}

/** A period that a county shortens is one of a workflow; where none has any, there is nothing to shorten. */
export const clocked = [...registry.records.values()].find(({ workflow }) => workflow?.clocks !== undefined)

/** Records that have no derived pages: the platform draws these itself. */
const drawnByPlatform = new Set(['system.import', 'system.export', 'system.job'])

const ownPages = contributions.flatMap(({ module, pages = {} }) =>
  Object.entries(pages).flatMap(([name, { permission }]) =>
    page(
      { name: `${module.id} ${name}`, address: () => `/p/${module.id}/${name}` },
      permission.includes(':') ? permission : `${module.id}:${permission}`,
    ),
  ),
)

const desks = desksOf(contributions, registry).flatMap((desk) => {
  const [user] = usernames.filter((one) => maySitAt(desk, (permission) => held.get(one)?.has(permission) ?? false))
  const { module, name } = desk
  return user ? [{ name: `${module} ${name} desk`, user, parts: ['desk'], address: () => deskHref(desk) }] : []
})

const imports = registry.record('system.import')

const platformPages = [
  ...page({ name: 'home', address: () => '/' }),
  ...page({ name: 'account', address: () => '/account' }),
  ...page({ name: 'deadlines', address: () => '/deadlines' }, 'system:deadline.read'),
  ...page({ name: 'imports', address: () => '/imports' }, 'system:import.read'),
  ...page({ name: 'new import', address: () => '/imports/new' }, 'system:import.read'),
  ...page(
    { name: 'columns of an import', record: imports, address: (id) => `/imports/${id}/columns` },
    'system:import.read',
  ),
  ...page({ name: 'import', record: imports, address: (id) => `/imports/${id}` }, 'system:import.read'),
  ...page({ name: 'exports', address: () => '/exports' }, 'system:export.read'),
  ...page({ name: 'jobs', address: () => '/jobs' }, 'system:job.read'),
  ...page({ name: 'deliveries', address: () => '/deliveries' }, 'system:webhook.read'),
  ...page({ name: 'audit', address: () => '/audit' }, 'system:audit.read'),
  ...page({ name: 'accessibility statement', address: () => '/accessibility' }),
  ...page({ name: 'nowhere', address: () => '/nowhere' }),
]

/**
 * The pages of the composed app, made from what its modules declare: a record or a page that a module adds is tested without another
 * line here. What lies on the page of another record of its module is reached from there and looks as its parent does.
 */
export const pages: readonly TestedPage[] = markLike([
  ...platformPages,
  ...[...registry.records.values()]
    .filter((record) => !liesOnItsParent(record) && !drawnByPlatform.has(record.ref))
    .flatMap(pagesOf)
    .filter(({ record }) => record?.ref !== 'system.limit' || clocked !== undefined),
  ...ownPages,
  ...desks,
])

/** Marks the pages all of whose parts were shown by pages of their kind before, and leaves out those that say nothing new either. */
function markLike(all: readonly TestedPage[]): readonly TestedPage[] {
  const shown = new Set<string>()
  return all.flatMap((tested) => {
    const [kind, ...parts] = tested.parts ?? []
    if (kind === undefined) return [tested]
    const fresh = [kind, ...parts.map((part) => `${kind} ${part}`)].filter((part) => !shown.has(part))
    for (const part of fresh) shown.add(part)
    const isLike = fresh.length === 0
    return isLike && tested.isRepeated ? [] : [{ ...tested, isLike }]
  })
}
