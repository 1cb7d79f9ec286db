import type { PlacedRecord } from '@opendpf/kit'
import { pathOf } from '@opendpf/kit'
import { useAdmin } from '../app/admin-context.js'
import { Loading } from '../components/loading.js'
import { Notice } from '../components/notice.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { Progress } from '../components/progress.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import { useJob } from '../jobs/use-job.js'
import { NewTabLink } from './new-tab-link.js'

/** How far the printing of many is; at the end how many were printed, and the file. */
export function BatchProgress({
  record,
  name,
  job,
}: {
  readonly record: PlacedRecord
  readonly name: string
  readonly job: string
}) {
  const t = useText()
  const { api } = useAdmin()
  const called = useLabels(record).document(name)
  const { data, error, refetch } = useJob(job)
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={2} />
  if (!data.isOver)
    return <Progress label={t('document.batchRunning', { document: called })} done={data.done} total={data.total} />
  const { printed = 0, leftOut = 0 } = (data.result ?? {}) as { readonly printed?: number; readonly leftOut?: number }
  if (data.state !== 'done')
    return (
      <Notice kind="error" isAlert>
        {t('document.batchFailed', { message: data.message ?? '' })}
      </Notice>
    )
  if (printed === 0)
    return (
      <Notice kind="warning" isAlert>
        {t('document.batchNothing', { leftOut })}
      </Notice>
    )
  return (
    <Notice
      kind="success"
      isAlert
      actions={
        <NewTabLink href={api.href(`${pathOf(record)}/documents/${name}/${job}`)} label={t('document.batchOpen')}>
          {t('document.batchOpen')}
        </NewTabLink>
      }
    >
      {t('document.batchDone', { printed, leftOut })}
    </Notice>
  )
}
