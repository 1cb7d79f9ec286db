import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { Icon } from '../components/icon.js'
import { Loading } from '../components/loading.js'
import { Page } from '../components/page.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { ChoiceField } from '../fields/choice-field.js'
import { useText } from '../i18n/use-text.js'
import type { SmallErrors } from '../session/small-form.js'
import { SmallForm } from '../session/small-form.js'
import { FileDrop } from './file-drop.js'
import type { ImportKind, UploadedFile } from './import-model.js'
import { sheetsKey } from './import-model.js'
import { ImportSteps } from './import-steps.js'

/** The first step of an import: choose what and which file. */
export function NewImportPage() {
  const t = useText()
  return (
    <Page
      title={t('import.new')}
      crumbs={[
        { to: '/', label: t('shell.home') },
        { to: '/imports', label: t('import.title') },
      ]}
    >
      <ImportSteps current="upload" />
      <UploadStep />
    </Page>
  )
}

function UploadStep() {
  const t = useText()
  const { api } = useAdmin()
  const client = useQueryClient()
  const navigate = useNavigate()
  const id = useId()
  const wanted = (useSearch({ strict: false }) as { readonly kind?: string }).kind ?? ''
  const [kind, setKind] = useState(wanted)
  const [file, setFile] = useState<File>()
  const [errors, setErrors] = useState<SmallErrors<'kind' | 'file'>>({})
  const kinds = useQuery({
    queryKey: ['import-kinds'],
    queryFn: () => api.get<{ readonly kinds: readonly ImportKind[] }>('/system/import-kinds'),
  })
  if (kinds.error) return <ProblemNotice error={kinds.error} onRetry={() => void kinds.refetch()} />
  if (!kinds.data) return <Loading />
  const chosen = kinds.data.kinds.find((one) => one.id === kind)
  return (
    <div className="card form-card">
      <SmallForm<'kind' | 'file'>
        submitLabel={t('import.upload')}
        idOf={(field) => `${id}-${field}`}
        onErrors={setErrors}
        check={() => ({
          ...(chosen ? {} : { kind: t('import.needKind') }),
          ...(file ? {} : { file: t('import.needFile') }),
        })}
        onSubmit={async () => {
          if (!file) return
          const body = new FormData()
          body.set('file', file)
          body.set('kind', kind)
          const uploaded = await api.post<UploadedFile>('/system/imports', body)
          client.setQueryData(sheetsKey(uploaded.id), uploaded)
          await navigate({ to: `/imports/${uploaded.id}/columns` })
        }}
      >
        <ChoiceField
          id={`${id}-kind`}
          label={t('import.kind')}
          isRequired
          error={errors.kind}
          value={chosen ? kind : ''}
          options={kinds.data.kinds.map((one) => ({ value: one.id, label: one.title }))}
          onChange={(value) => {
            setKind(value)
            setErrors({})
          }}
        />
        {chosen && (
          <p>
            <a
              className="button button-secondary"
              href={api.href(`/system/import-kinds/${encodeURIComponent(chosen.id)}/template`)}
              download
            >
              <Icon name="download" />
              {t('import.templateOf', { title: chosen.title })}
            </a>
          </p>
        )}
        <FileDrop
          id={`${id}-file`}
          label={t('import.file')}
          hint={t('import.fileHint')}
          isRequired
          error={errors.file}
          accept=".xlsx,.xls,.csv"
          onFile={(next) => {
            setFile(next)
            setErrors({})
          }}
        />
      </SmallForm>
    </div>
  )
}
