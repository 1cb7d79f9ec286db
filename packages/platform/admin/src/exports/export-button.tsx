import type { ListQuery, PlacedRecord } from '@opendpf/kit'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../components/button.js'
import { Icon } from '../components/icon.js'
import { useText } from '../i18n/use-text.js'

const ExportDialog = lazy(async () => ({ default: (await import('./export-dialog.js')).ExportDialog }))

export interface ExportProps {
  readonly record: PlacedRecord
  readonly query: ListQuery
  /** Rows that a module answers by a query of its own, instead of the whole list. */
  readonly rows?: { readonly of: string; readonly asked: object } | undefined
}

/** Exports what a list finds. */
export function ExportButton({ record, query, rows }: ExportProps) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Icon name="download" />
        {t('list.export')}
      </Button>
      <Suspense fallback={null}>
        {isOpen && <ExportDialog record={record} query={query} rows={rows} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  )
}
