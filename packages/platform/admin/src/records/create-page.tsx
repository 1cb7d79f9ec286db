import type { PlacedRecord } from '@opendpf/kit'
import { allows, inputFields, parentField, permissionFor } from '@opendpf/kit'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { Button } from '../components/button.js'
import { Notice } from '../components/notice.js'
import { Page } from '../components/page.js'
import { draftKey, dropDraft, readDraft } from '../forms/draft.js'
import { useLeaveGuard } from '../forms/leave-guard.js'
import { emptyValues } from '../forms/raw-values.js'
import { RecordForm } from '../forms/record-form.js'
import { useDraftKeeping } from '../forms/use-draft.js'
import { useForm } from '../forms/use-form.js'
import { useSubmission } from '../forms/use-submission.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import { findRecord, listHref, recordHref } from '../routing/links.js'
import { useCan, useMe } from '../session/me.js'
import { NotFoundPage } from '../shell/not-found-page.js'
import { showToast } from '../shell/toast-store.js'
import { refreshRecords } from './use-records.js'

/** The form for a new row of any record type. */
export function CreatePage() {
  const { module = '', plural = '' } = useParams({ strict: false }) as {
    readonly module?: string
    readonly plural?: string
  }
  const { registry } = useAdmin()
  const can = useCan()
  const record = findRecord(registry, module, plural)
  if (!record || !allows(record, 'create') || !can(permissionFor(record, 'create'))) return <NotFoundPage />
  return <CreateForm key={record.ref} record={record} />
}

function CreateForm({ record }: { readonly record: PlacedRecord }) {
  const t = useText()
  const me = useMe()
  const labels = useLabels(record)
  const navigate = useNavigate()
  const client = useQueryClient()
  const search = useSearch({ strict: false }) as Readonly<Record<string, string>>
  const inputs = inputFields(record)
  const known = Object.fromEntries(Object.entries(search).filter(([field]) => inputs.includes(field)))
  const key = draftKey(me.id, record.ref, undefined)
  const [draft, setDraft] = useState(() => readDraft(globalThis.sessionStorage, key, inputs))
  const store = useForm(record, () =>
    emptyValues(record, { ...(record.scope === 'division' ? { division: me.division ?? '' } : {}), ...known }),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: the draft is put in once, when the page opens
  useEffect(() => {
    for (const [field, value] of Object.entries(draft ?? {})) if (!(field in known)) store.set(field, value)
  }, [])
  useDraftKeeping(store, key)
  const guard = useLeaveGuard(() => store.changed().length > 0)
  const parent = parentField(record)
  const back = () => void navigate({ to: listHref(record) })
  const submission = useSubmission({
    store,
    fields: () => inputs,
    onUnchanged: () => undefined,
    onConflict: () => undefined,
    onSaved: async (saved) => {
      dropDraft(globalThis.sessionStorage, key)
      guard.pass()
      await refreshRecords(client)
      await navigate({ to: recordHref(record, saved.id), replace: true })
      showToast(t('form.created', { title: labels.title(saved.title) }))
    },
  })
  return (
    <Page
      title={t('record.new', { what: labels.record })}
      width="narrow"
      crumbs={[
        { to: '/', label: t('shell.home') },
        { to: listHref(record), label: labels.record },
      ]}
    >
      <RecordForm
        record={record}
        store={store}
        submission={submission}
        onCancel={parent ? () => globalThis.history.back() : back}
        before={
          draft && (
            <Notice
              actions={
                <Button
                  onPress={() => {
                    dropDraft(globalThis.sessionStorage, key)
                    setDraft(undefined)
                    store.settle(emptyValues(record, known))
                  }}
                >
                  {t('form.draftDrop')}
                </Button>
              }
            >
              {t('form.draft')}
            </Notice>
          )
        }
      />
      {guard.dialog}
    </Page>
  )
}
