import type { PlacedRecord, RecordAnswer, Registry } from '@opendpf/kit'
import { permissionFor } from '@opendpf/kit'
import type { Locale } from '@opendpf/messages'
import type { TabItem } from '../components/tabs.js'
import { ChildList } from './child-list.js'

/** One tab for each kind of record that belongs to this one and that the person may read. */
export function childTabs(options: {
  readonly registry: Registry
  readonly record: PlacedRecord
  readonly row: RecordAnswer
  readonly can: (permission: string) => boolean
  readonly text: Registry['text']
  readonly locale: Locale
}): readonly TabItem[] {
  const { registry, record, row, can, text, locale } = options
  return registry
    .childrenOf(record.ref)
    .filter(({ record: child }) => can(permissionFor(child, 'read')))
    .map(({ record: child, field }) => ({
      id: `${child.module}-${child.name}`,
      label: text(child.module, locale, child.name),
      content: () => <ChildList record={child} field={field} parentId={row.id} />,
    }))
}
