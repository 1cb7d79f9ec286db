import type { ListQuery, PlacedRecord } from '@opendpf/kit'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../components/button.js'
import { Icon } from '../components/icon.js'
import { useText } from '../i18n/use-text.js'

const BatchDialog = lazy(async () => ({ default: (await import('./batch-dialog.js')).BatchDialog }))

/** Prints one document for everything that a list finds. */
export function BatchButton({ record, query }: { readonly record: PlacedRecord; readonly query: ListQuery }) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Icon name="print" />
        {t('document.batch')}
      </Button>
      <Suspense fallback={null}>
        {isOpen && <BatchDialog record={record} query={query} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  )
}
