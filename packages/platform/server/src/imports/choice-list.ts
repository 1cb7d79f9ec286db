import type { PlacedRecord, Registry } from '@opendpf/kit'
import { fieldMeta } from '@opendpf/kit'
import { type CodeList, defineCodeList } from '@opendpf/standards'

/** The choices of a field as a code list, so that a cell may hold the value or its label in either language. */
export function choiceList(record: PlacedRecord, field: string, registry: Registry): CodeList {
  const [first, ...rest] = (fieldMeta(record, field).choices ?? []).map((code) => ({
    code,
    zh: registry.text(record.module, 'zh-CN', `${record.name}.${field}.${code}`),
    en: registry.text(record.module, 'en', `${record.name}.${field}.${code}`),
  }))
  if (first === undefined) throw new Error(`${record.ref}.${field} has no choices`)
  return defineCodeList({
    id: `${record.ref}.${field}`,
    zh: field,
    en: field,
    source: 'OpenDPF',
    entries: [first, ...rest],
  })
}
