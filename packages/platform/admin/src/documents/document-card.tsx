import type { PlacedRecord, RowDocument } from '@opendpf/kit'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { Button } from '../components/button.js'
import { Icon } from '../components/icon.js'
import { Notice } from '../components/notice.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { Section } from '../components/section.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import { CopiesTable } from './copies-table.js'
import { NewTabLink } from './new-tab-link.js'
import { documentsPath } from './use-documents.js'

interface CardProps {
  readonly record: PlacedRecord
  readonly id: string
  readonly document: RowDocument
}

/** One document of a row. */
export function DocumentCard({ record, id, document }: CardProps) {
  const t = useText()
  const { api } = useAdmin()
  const called = useLabels(record).document(document.name)
  const path = `${documentsPath(record, id)}/${document.name}`
  const { print, isBusy, failure, file } = usePrinting(record, id, path)
  return (
    <Section
      title={called}
      actions={
        document.isAvailable && (
          <>
            <NewTabLink href={api.href(`${path}/preview`)} label={t('document.previewOf', { document: called })}>
              <Icon name="eye" />
              {t('document.preview')}
            </NewTabLink>
            <Button
              look="primary"
              label={t('document.printOf', { document: called })}
              isBusy={isBusy}
              onPress={() => void print()}
            >
              <Icon name="print" />
              {t('document.print')}
            </Button>
          </>
        )
      }
    >
      {failure !== undefined && <ProblemNotice error={failure} />}
      {file && <Printed file={file} called={called} />}
      {!document.isAvailable && (
        <div className="why-not">
          <strong>{t('document.unavailable')}</strong>
          {document.problems.map(({ code, message }) => (
            <p key={`${code}:${message}`}>{message}</p>
          ))}
        </div>
      )}
      {document.copies.length > 0 && <CopiesTable path={path} called={called} copies={document.copies} />}
    </Section>
  )
}

/** Makes a copy, once for each time somebody asks, and keeps its file until the page is left. */
function usePrinting(record: PlacedRecord, id: string, path: string) {
  const { api } = useAdmin()
  const client = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const [file, setFile] = useState<string>()
  useEffect(() => () => URL.revokeObjectURL(file ?? ''), [file])
  const print = async () => {
    if (isBusy) return
    setBusy(true)
    setFailure(undefined)
    try {
      setFile(URL.createObjectURL(await api.file(path, {})))
      await client.invalidateQueries({ queryKey: ['record', record.ref, id] })
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return { print, isBusy, failure, file }
}

/** The file is there: the focus goes to the link that opens it. */
function Printed({ file, called }: { readonly file: string; readonly called: string }) {
  const t = useText()
  const link = useRef<HTMLAnchorElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new file takes the focus
  useEffect(() => link.current?.focus(), [file])
  return (
    <Notice
      kind="success"
      actions={
        <NewTabLink href={file} ref={link} label={t('document.open', { document: called })}>
          {t('document.open', { document: called })}
        </NewTabLink>
      }
    >
      {t('document.printed', { document: called })}
    </Notice>
  )
}
