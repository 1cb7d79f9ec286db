import type { PlacedRecord, RecordAnswer } from '@opendpf/kit'
import { allows, inputFields, permissionFor } from '@opendpf/kit'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { Loading } from '../components/loading.js'
import { Page } from '../components/page.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { draftKey, dropDraft, readDraft } from '../forms/draft.js'
import { useLeaveGuard } from '../forms/leave-guard.js'
import { valuesOf } from '../forms/raw-values.js'
import { RecordForm } from '../forms/record-form.js'
import { useDraftKeeping } from '../forms/use-draft.js'
import { useForm } from '../forms/use-form.js'
import { useSubmission } from '../forms/use-submission.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import { findRecord, listHref, recordHref } from '../routing/links.js'
import { useCan, useMe } from '../session/me.js'
import { announce } from '../shell/announce.js'
import { NotFoundPage } from '../shell/not-found-page.js'
import { showToast } from '../shell/toast-store.js'
import { ConflictNotice } from './conflict-notice.js'
import { refreshRecords, useRecord } from './use-records.js'

/** The form for changing a row of any record type. */
export function EditPage() {
  const {
    module = '',
    plural = '',
    id = '',
  } = useParams({ strict: false }) as { readonly module?: string; readonly plural?: string; readonly id?: string }
  const { registry } = useAdmin()
  const can = useCan()
  const record = findRecord(registry, module, plural)
  if (!record || !allows(record, 'update') || !can(permissionFor(record, 'update'))) return <NotFoundPage />
  return <EditLoader key={id} record={record} id={id} />
}

function EditLoader({ record, id }: { readonly record: PlacedRecord; readonly id: string }) {
  const t = useText()
  const labels = useLabels(record)
  const { data, error, refetch } = useRecord(record, id)
  if (data) return <EditForm record={record} row={data} />
  return (
    <Page title={t('record.edit', { what: labels.record })} width="narrow" isWaiting={!error}>
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <Loading />}
    </Page>
  )
}

function EditForm({ record, row: opened }: { readonly record: PlacedRecord; readonly row: RecordAnswer }) {
  const t = useText()
  const me = useMe()
  const { api } = useAdmin()
  const labels = useLabels(record)
  const navigate = useNavigate()
  const client = useQueryClient()
  // the row as it was opened; a conflict puts the latest one in its place, never a refetch in the background
  const [row, setRow] = useState(opened)
  const [latest, setLatest] = useState<RecordAnswer>()
  const key = draftKey(me.id, record.ref, `${row.id}:${row.version}`)
  const store = useForm(record, () => valuesOf(record, row))
  useState(() => {
    const draft = readDraft(globalThis.sessionStorage, key, inputFields(record))
    for (const [field, value] of Object.entries(draft ?? {})) store.set(field, value)
  })
  useDraftKeeping(store, key)
  const guard = useLeaveGuard(() => store.changed().length > 0)
  const masked = Object.fromEntries(row.masked.map((field) => [field, String(row.fields[field] ?? '')]))
  const back = () => void navigate({ to: recordHref(record, row.id) })
  const submission = useSubmission({
    store,
    row,
    fields: () => store.changed(),
    onUnchanged: () => showToast(t('form.noChange')),
    onConflict: () => {
      const path = `${listHref(record).slice(2)}/${encodeURIComponent(row.id)}`
      void api.get<RecordAnswer>(path).then((now) => {
        setLatest(now)
        announce(t('form.conflict'))
      })
    },
    onSaved: async () => {
      dropDraft(globalThis.sessionStorage, key)
      guard.pass()
      await refreshRecords(client)
      await navigate({ to: recordHref(record, row.id), replace: true })
      showToast(t('form.saved'))
    },
  })
  return (
    <Page
      title={t('record.edit', { what: labels.record })}
      width="narrow"
      crumbs={[
        { to: '/', label: t('shell.home') },
        { to: listHref(record), label: labels.record },
        { to: recordHref(record, row.id), label: labels.title(row.title) },
      ]}
    >
      <RecordForm
        record={record}
        store={store}
        submission={submission}
        titles={row.labels}
        masked={masked}
        onCancel={back}
        before={
          latest && (
            <ConflictNotice
              record={record}
              store={store}
              opened={row}
              latest={latest}
              onResume={() => {
                setRow(latest)
                setLatest(undefined)
              }}
            />
          )
        }
      />
      {guard.dialog}
    </Page>
  )
}
