import { lazy, Suspense, useState } from 'react'
import { Button } from '../components/button.js'
import { Icon } from '../components/icon.js'
import { useText } from '../i18n/use-text.js'
import type { ExportProps } from './export-props.js'

const ExportDialog = lazy(async () => ({ default: (await import('./export-dialog.js')).ExportDialog }))

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
