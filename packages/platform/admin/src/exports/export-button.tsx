import type { ListQuery, PlacedRecord } from '@opendpf/kit'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../components/button.js'
import { Icon } from '../components/icon.js'
import { useText } from '../i18n/use-text.js'

const ExportDialog = lazy(async () => ({ default: (await import('./export-dialog.js')).ExportDialog }))

/** Exports what a list finds. */
export function ExportButton({ record, query }: { readonly record: PlacedRecord; readonly query: ListQuery }) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Icon name="download" />
        {t('list.export')}
      </Button>
      <Suspense fallback={null}>
        {isOpen && <ExportDialog record={record} query={query} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  )
}
