import type { PlacedRecord, Wait } from '@opendpf/kit'
import { Loading } from '../components/loading.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { Section } from '../components/section.js'
import { DeadlineList } from '../deadlines/deadline-list.js'
import { useDeadlineWords } from '../deadlines/use-deadline-words.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import { NextSteps } from './next-steps.js'
import { StateList } from './state-list.js'
import { TimelineList } from './timeline-list.js'
import { useOpenSteps, useTimeline } from './use-workflow.js'
import { WorkflowDrawing } from './workflow-drawing.js'

/** Where a row stands in its workflow: what may be done next, until when, how it came here, and the whole way. */
export function ProgressTab({
  record,
  id,
  isBrief,
}: {
  readonly record: PlacedRecord
  readonly id: string
  /** Leaves the whole way out, for those who walk it every day. */
  readonly isBrief?: boolean
}) {
  const t = useText()
  const timeline = useTimeline(record, id)
  const steps = useOpenSteps(record, id)
  const error = timeline.error ?? steps.error
  if (error)
    return (
      <ProblemNotice
        error={error}
        onRetry={() => {
          void timeline.refetch()
          void steps.refetch()
        }}
      />
    )
  if (!timeline.data || !steps.data) return <Loading lines={6} />
  const { state, entries, deadlines } = timeline.data
  const passed = new Set(entries.flatMap(({ to }) => (to === undefined || to === state ? [] : [to])))
  return (
    <div className="progress-tab">
      <Section title={t('workflow.next')}>
        <WaitsFor record={record} state={state} />
        <NextSteps record={record} steps={steps.data.steps} />
      </Section>
      {deadlines.length > 0 && (
        <Section title={t('deadline.heading')}>
          <DeadlineList record={record} deadlines={deadlines} />
        </Section>
      )}
      <Section title={t('workflow.timeline')}>
        <TimelineList record={record} entries={entries} />
      </Section>
      {!isBrief && (
        <Section title={t('workflow.states')}>
          <StateList record={record} state={state} passed={passed} />
          <WorkflowDrawing record={record} state={state} passed={passed} />
        </Section>
      )}
    </div>
  )
}

function WaitsFor({ record, state }: { readonly record: PlacedRecord; readonly state: string }) {
  const t = useText()
  const labels = useLabels(record)
  const words = useDeadlineWords()
  const wait: Wait | undefined = record.workflow?.waits[state]
  if (!wait) return <p>{t('workflow.ended')}</p>
  return <p>{t('workflow.waits', { owner: words.owner(wait.owner), step: labels.step(wait.escape) })}</p>
}
