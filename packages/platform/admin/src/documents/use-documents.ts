import type { PlacedRecord, RowDocument } from '@opendpf/kit'
import { pathOf } from '@opendpf/kit'
import { useQuery } from '@tanstack/react-query'
import { useAdmin } from '../app/admin-context.js'

/** The address of what can be printed from a row. */
export function documentsPath(record: PlacedRecord, id: string): string {
  return `${pathOf(record)}/${encodeURIComponent(id)}/documents`
}

/** What can be printed from a row, why not the rest, and what was printed. */
export function useDocuments(record: PlacedRecord, id: string) {
  const { api } = useAdmin()
  return useQuery({
    queryKey: ['record', record.ref, id, 'documents'],
    queryFn: () => api.get<{ readonly documents: readonly RowDocument[] }>(documentsPath(record, id)),
  })
}
