import type { PlacedRecord } from '@opendpf/kit'
import { EmptyState } from '../components/empty-state.js'
import { Loading } from '../components/loading.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { useText } from '../i18n/use-text.js'
import { DocumentCard } from './document-card.js'
import { useDocuments } from './use-documents.js'

/** What can be printed from a row: each document with its preview, its copies, or why it cannot be made now. */
export function DocumentsTab({ record, id }: { readonly record: PlacedRecord; readonly id: string }) {
  const t = useText()
  const { data, error, refetch } = useDocuments(record, id)
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={4} />
  if (data.documents.length === 0) return <EmptyState icon="print" title={t('document.none')} />
  return (
    <div className="documents-tab">
      <p>{t('document.lead')}</p>
      {data.documents.map((document) => (
        <DocumentCard key={document.name} record={record} id={id} document={document} />
      ))}
    </div>
  )
}
