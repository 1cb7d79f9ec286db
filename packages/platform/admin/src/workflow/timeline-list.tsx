import type { PlacedRecord, TimelineEntry } from '@opendpf/kit'
import { useLabels } from '../i18n/labels.js'
import type { AdminMessage } from '../i18n/messages/index.js'
import { useText } from '../i18n/use-text.js'
import { formatInstant } from '../values/format-date.js'

/** What was done with a row, oldest first: the step, who took it, when and why. */
export function TimelineList({
  record,
  entries,
}: {
  readonly record: PlacedRecord
  readonly entries: readonly TimelineEntry[]
}) {
  const t = useText()
  const labels = useLabels(record)
  const isStep = (action: string) => Object.hasOwn(record.workflow?.transitions ?? {}, action)
  return (
    <ol className="timeline">
      {entries.map(({ version, at, byName, action, to, reason }) => (
        <li key={version}>
          <p>
            <strong>{isStep(action) ? labels.step(action) : t(`record.action.${action}` as AdminMessage)}</strong>
            {to !== undefined && ` → ${labels.choice(record.workflow?.field ?? '', to)}`}
          </p>
          <p className="meta">
            <span className="tabular">{formatInstant(at)}</span>
            <span>{byName}</span>
          </p>
          {reason && <p>{t('workflow.reason', { reason })}</p>}
        </li>
      ))}
    </ol>
  )
}
