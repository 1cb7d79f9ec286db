import type { RecordAnswer } from '@opendpf/kit'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useAdmin } from '../app/admin-context.js'
import { Loading } from '../components/loading.js'
import { Page } from '../components/page.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { useText } from '../i18n/use-text.js'
import { ColumnsStep } from './columns-step.js'
import type { UploadedFile } from './import-model.js'
import { importKey, readImport, sheetsKey } from './import-model.js'
import { ImportSteps } from './import-steps.js'

/** The second step of an import: what each column was taken for. After a dry run it opens with what was chosen for that one. */
export function ColumnsPage() {
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string }
  const t = useText()
  const { api } = useAdmin()
  const path = `/system/imports/${encodeURIComponent(id)}`
  const view = useQuery({
    queryKey: importKey(id),
    queryFn: async () => readImport(await api.get<RecordAnswer>(path)),
  })
  const file = useQuery({
    queryKey: sheetsKey(id),
    queryFn: () => api.get<UploadedFile>(`${path}/sheets`),
    // the file does not change
    staleTime: Number.POSITIVE_INFINITY,
  })
  const error = view.error ?? file.error
  return (
    <Page
      key={id}
      isWaiting={!(view.data && file.data) && !error}
      title={view.data ? t('import.columnsOf', { name: view.data.fileName }) : t('import.step.columns')}
      crumbs={[
        { to: '/', label: t('shell.home') },
        { to: '/imports', label: t('import.title') },
      ]}
    >
      <ImportSteps current="columns" />
      {error && <ProblemNotice error={error} />}
      {!(view.data && file.data) && !error && <Loading lines={6} />}
      {view.data && file.data && <ColumnsStep file={file.data} plan={view.data.plan} />}
    </Page>
  )
}
