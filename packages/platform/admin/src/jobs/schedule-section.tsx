import { useQuery } from '@tanstack/react-query'
import { useAdmin } from '../app/admin-context.js'
import { DataTable } from '../components/data-table.js'
import { Loading } from '../components/loading.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { Section } from '../components/section.js'
import { useText } from '../i18n/use-text.js'
import { formatInstant } from '../values/format-date.js'

interface Schedule {
  readonly job: string
  readonly title: string
  readonly dueAt: string
  readonly lastAt: string | null
}

/** What runs by itself, when it ran last and when it will next. */
export function ScheduleSection() {
  const t = useText()
  const { api } = useAdmin()
  const { data, error, refetch } = useQuery({
    queryKey: ['schedules'],
    queryFn: () => api.get<{ readonly schedules: readonly Schedule[] }>('/system/schedules'),
  })
  return (
    <Section title={t('schedule.title')}>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={3} />}
      {data && (
        <DataTable
          caption={t('schedule.table')}
          rows={data.schedules}
          keyOf={({ job }) => job}
          columns={[
            { id: 'job', label: t('job.kind'), cell: ({ title }) => title },
            { id: 'due', label: t('schedule.next'), cell: ({ dueAt }) => <Instant at={dueAt} /> },
            { id: 'last', label: t('schedule.last'), cell: ({ lastAt }) => <Instant at={lastAt} /> },
          ]}
        />
      )}
    </Section>
  )
}

function Instant({ at }: { readonly at: string | null }) {
  return <span className="tabular">{at === null ? '—' : formatInstant(at)}</span>
}
