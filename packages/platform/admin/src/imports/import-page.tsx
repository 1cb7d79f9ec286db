import type { RecordAnswer } from '@opendpf/kit'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useAdmin } from '../app/admin-context.js'
import { LinkButton } from '../components/app-link.js'
import { Loading } from '../components/loading.js'
import { Notice } from '../components/notice.js'
import { Page } from '../components/page.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { Progress } from '../components/progress.js'
import { useText } from '../i18n/use-text.js'
import { StateChip } from '../jobs/state-chip.js'
import { useJob } from '../jobs/use-job.js'
import { ImportActions } from './import-actions.js'
import type { ImportView } from './import-model.js'
import { importKey, readImport, underWay } from './import-model.js'
import { ImportRows } from './import-rows.js'
import { ImportSteps } from './import-steps.js'

const pause = 1500

/** One import after its file was read: progress, figures, problems, and what to do next. */
export function ImportPage() {
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string }
  const t = useText()
  const { api } = useAdmin()
  const { data, error, refetch } = useQuery({
    queryKey: importKey(id),
    queryFn: async () => readImport(await api.get<RecordAnswer>(`/system/imports/${encodeURIComponent(id)}`)),
    refetchInterval: (query) => (underWay.has(query.state.data?.state ?? '') ? pause : false),
  })
  return (
    <Page
      key={id}
      isWaiting={!data && !error}
      title={data?.fileName ?? t('import.title')}
      mark={data && <StateChip of="import" state={data.state} />}
      crumbs={[
        { to: '/', label: t('shell.home') },
        { to: '/imports', label: t('import.title') },
      ]}
    >
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <ImportProgress view={data} onChange={() => void refetch()} />}
    </Page>
  )
}

function ImportProgress({ view, onChange }: { readonly view: ImportView; readonly onChange: () => void }) {
  const t = useText()
  const isBusy = underWay.has(view.state)
  const job = useJob(isBusy ? view.job : undefined).data
  const hasResult = !isBusy && view.state !== 'uploaded'
  return (
    <>
      <ImportSteps
        current={
          view.state === 'planning' || view.state === 'planned'
            ? 'check'
            : view.state === 'uploaded'
              ? 'columns'
              : 'run'
        }
      />
      {isBusy && (
        <div className="card form-card">
          <Progress
            label={t(`import.${view.state === 'planning' || view.state === 'undoing' ? view.state : 'running'}`)}
            done={job?.done ?? 0}
            total={job?.total ?? view.counts.rows}
          />
        </div>
      )}
      {view.message !== undefined && <Notice kind={view.state === 'failed' ? 'error' : 'info'}>{view.message}</Notice>}
      {view.state === 'uploaded' && (
        <div className="actions">
          <LinkButton to={`/imports/${view.id}/columns`} look="primary">
            {t('import.toColumns')}
          </LinkButton>
        </div>
      )}
      {hasResult && <ImportFigures view={view} />}
      {hasResult && <ImportActions view={view} onChange={onChange} />}
      {hasResult && <ImportRows id={view.id} problems={view.counts.problems} />}
    </>
  )
}

function ImportFigures({ view }: { readonly view: ImportView }) {
  const t = useText()
  const { counts } = view
  const figures = [
    { label: t('import.rows'), value: counts.rows },
    { label: t('import.creates'), value: counts.creates },
    { label: t('import.updates'), value: counts.updates },
    { label: t('import.unchanged'), value: counts.unchanged },
    { label: t('import.refused'), value: counts.problems, isBad: counts.problems > 0 },
    { label: t('import.warnings'), value: counts.warnings },
  ]
  return (
    <dl className="figures">
      {figures.map(({ label, value, isBad }) => (
        <div key={label} className={isBad ? 'figure-bad' : undefined}>
          <dt>{label}</dt>
          <dd>{value.toLocaleString('en-US')}</dd>
        </div>
      ))}
    </dl>
  )
}
