import type { PlacedRecord } from '@opendpf/kit'
import { Chip } from '../components/chip.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import { layersOf } from './state-order.js'

/** The states of a workflow as an ordered list; the present one is marked in words and for assistive technology. */
export function StateList(props: {
  readonly record: PlacedRecord
  readonly state: string
  readonly passed: ReadonlySet<string>
}) {
  const { record, state, passed } = props
  const t = useText()
  const labels = useLabels(record)
  const field = record.workflow?.field ?? ''
  return (
    <ol className="state-list">
      {layersOf(record)
        .flat()
        .map((one) => {
          const isCurrent = one === state
          const isEnd = record.workflow?.final.includes(one) === true
          return (
            <li key={one} aria-current={isCurrent ? 'step' : undefined} data-passed={passed.has(one) || undefined}>
              <span className="state-name">{labels.choice(field, one)}</span>
              {isCurrent ? (
                <Chip tone={isEnd ? 'done' : 'active'}>{t('workflow.current')}</Chip>
              ) : (
                passed.has(one) && <Chip tone="done">{t('workflow.passed')}</Chip>
              )}
            </li>
          )
        })}
    </ol>
  )
}
