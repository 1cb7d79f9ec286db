import type { PlacedRecord, Registry } from '@opendpf/kit'
import { fieldMeta, parentField, permissionFor } from '@opendpf/kit'
import type { AdminContribution, NavigationGroup, PlacedDesk, PlaceIcon } from '@opendpf/kit/admin'
import { deskHref, desksOf, maySitAt } from '@opendpf/kit/admin'
import type { Locale } from '@opendpf/messages'
import { messageOf } from '@opendpf/messages'
import { listHref, pageHref } from '../routing/links.js'

/** One place the navigation leads to. */
export interface NavItem {
  readonly href: string
  readonly label: string
  readonly record?: PlacedRecord
  readonly desk?: PlacedDesk
}

/** The places of one module. */
export interface NavGroup {
  readonly id: string
  readonly label: string
  readonly icon: PlaceIcon | undefined
  readonly items: readonly NavItem[]
}

/** Modules whose pages the platform draws itself. */
const ownPages = new Set(['system'])

/**
 * What the navigation shows a person: lists he may read and pages he may open, by module and its groups; children of a module's own records
 * stand on their parents' pages.
 */
export function navigationOf(options: {
  readonly registry: Registry
  readonly contributions: readonly AdminContribution[]
  readonly can: (permission: string) => boolean
  readonly locale: Locale
}): readonly NavGroup[] {
  const { registry, contributions, can, locale } = options
  const desks = desksOf(contributions, registry).filter((desk) => maySitAt(desk, can))
  return registry.modules
    .filter((module) => !ownPages.has(module.id))
    .flatMap((module) => {
      const contribution = contributions.find((one) => one.module.id === module.id)
      const say = (key: string) => messageOf(module.messages, locale, key)
      const records = Object.values(module.records as Readonly<Record<string, PlacedRecord>>)
        .filter(
          (record) =>
            !contribution?.hidden?.includes(record.name) && !isChild(record) && can(permissionFor(record, 'read')),
        )
        .map((record) => ({ name: record.name, href: listHref(record), label: say(record.name), record }))
      const pages = Object.entries(contribution?.pages ?? {})
        .filter(([, page]) => page.isListed !== false && can(fullPermission(module.id, page.permission)))
        .map(([name, page]) => ({ name, href: pageHref(module.id, name), label: say(page.title) }))
      const places = desks
        .filter((desk) => desk.module === module.id)
        .map((desk) => ({ name: desk.name, href: deskHref(desk), label: say(desk.title), desk }))
      return groupsOf(module.id, [...places, ...records, ...pages], contribution, say)
    })
    .filter((group) => group.items.length > 0)
}

/** A place with the name that its module has for it. */
type NamedItem = NavItem & { readonly name: string }

/** The places of a module: those that stand in no group first, then its groups. */
function groupsOf(
  id: string,
  items: readonly NamedItem[],
  { groups = [], icon }: { readonly groups?: readonly NavigationGroup[]; readonly icon?: PlaceIcon } = {},
  say: (key: string) => string,
): readonly NavGroup[] {
  const grouped = new Set(groups.flatMap(({ places }) => places))
  return [
    { id, label: say('title'), icon, items: items.filter(({ name }) => !grouped.has(name)) },
    ...groups.map(({ title, icon: own = icon, places }, index) => ({
      id: `${id}-${index + 1}`,
      label: say(title),
      icon: own,
      items: places.flatMap((place) => items.filter(({ name }) => name === place)),
    })),
  ]
}

/** A permission as a module writes it (`case.accept`), with the module's name before it. */
export function fullPermission(module: string, permission: string): string {
  return permission.includes(':') ? permission : `${module}:${permission}`
}

/** A child of a record of its own module is shown on its parent's page; one of another module is what its own module is about. */
function isChild(record: PlacedRecord): boolean {
  const parent = parentField(record)
  return parent !== undefined && fieldMeta(record, parent).target?.split('.')[0] === record.module
}
