import {
  Button,
  ChoiceField,
  EmptyState,
  LinkButton,
  Loading,
  listHref,
  ProblemNotice,
  RecordLink,
  TextField,
  useApi,
  useLabels,
  useList,
  useModuleText,
} from '@opendpf/admin'
import { planning } from '@opendpf/planning'
import { useState } from 'react'
import { reportKinds, reports } from '../contract/index.js'

const { plan } = planning.records
const { report } = reports.records

interface Made {
  readonly id: string
  readonly title: string
}

/** Drafts a report from a plan: its text from a template, its figures from the plan. */
export function ComposePage({ params }: { readonly params: URLSearchParams }) {
  const say = useModuleText(reports.id)
  const labels = useLabels(report)
  const api = useApi()
  const plans = useList(plan, { filters: {}, limit: 100 })
  const [chosen, setChosen] = useState(params.get('plan') ?? '')
  const [kind, setKind] = useState<string>(reportKinds[0])
  const [title, setTitle] = useState<string>()
  const [made, setMade] = useState<Made>()
  const [failure, setFailure] = useState<unknown>()
  if (plans.error) return <ProblemNotice error={plans.error} />
  if (!plans.data) return <Loading />
  const [first] = plans.data.rows
  if (!first)
    return (
      <EmptyState title={say('compose.noPlan')}>
        <LinkButton to={listHref(plan)}>{labels.field('plan')}</LinkButton>
      </EmptyState>
    )
  const about = plans.data.rows.find(({ id }) => id === chosen) ?? first
  const proposed = `${about.title}：${labels.choice('kind', kind)}`
  const compose = async () =>
    setMade(
      await api.post<Made>(`/reports/plans/${encodeURIComponent(about.id)}/compose`, {
        kind,
        title: (title ?? proposed).trim(),
      }),
    )
  return (
    <>
      <p className="page-lead">{say('compose.lead')}</p>
      <div className="filter-row">
        <ChoiceField
          id="report-plan"
          label={labels.field('plan')}
          hasNoEmpty
          value={about.id}
          onChange={setChosen}
          options={plans.data.rows.map((row) => ({ value: row.id, label: row.title }))}
        />
        <ChoiceField
          id="report-kind"
          label={labels.field('kind')}
          hasNoEmpty
          value={kind}
          onChange={setKind}
          options={reportKinds.map((one) => ({ value: one, label: labels.choice('kind', one) }))}
        />
      </div>
      <TextField id="report-title" label={labels.field('title')} value={title ?? proposed} onChange={setTitle} />
      {failure !== undefined && <ProblemNotice error={failure} />}
      <div className="actions">
        <Button look="primary" onPress={() => void compose().then(() => setFailure(undefined), setFailure)}>
          {say('compose.submit')}
        </Button>
      </div>
      <p role="status">
        {made && (
          <>
            {say('compose.done', { title: made.title })}{' '}
            <RecordLink record={report} id={made.id}>
              {made.title}
            </RecordLink>
          </>
        )}
      </p>
    </>
  )
}
