import type { OpenStep, PlacedRecord } from '@opendpf/kit'
import { Chip } from '../components/chip.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'

/** The steps that lead on: which may be taken, and in words why the others may not. */
export function NextSteps({ record, steps }: { readonly record: PlacedRecord; readonly steps: readonly OpenStep[] }) {
  const t = useText()
  const labels = useLabels(record)
  if (steps.length === 0) return <p>{t('workflow.noSteps')}</p>
  return (
    <ul className="next-steps">
      {steps.map(({ verb, to, isAllowed, problems }) => (
        <li key={verb}>
          <p className="next-step">
            <strong>{labels.step(verb)}</strong>
            <Chip tone={isAllowed ? 'start' : 'off'}>{t(isAllowed ? 'workflow.allowed' : 'workflow.refused')}</Chip>
          </p>
          {isAllowed ? (
            <p className="meta">{t('workflow.leadsTo', { state: labels.choice(record.workflow?.field ?? '', to) })}</p>
          ) : (
            problems.map(({ code, message }) => <p key={code}>{message}</p>)
          )}
        </li>
      ))}
    </ul>
  )
}
