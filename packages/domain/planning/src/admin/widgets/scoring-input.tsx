import { Button, numberText, SelectField, TextField, useModuleText } from '@opendpf/admin'
import type { WidgetInput } from '@opendpf/kit/admin'
import { planning } from '../../contract/index.js'
import { readAmount } from './read-amount.js'

type Parts = { readonly rule?: string; readonly from?: unknown; readonly steps?: readonly Step[] }
type Step = { readonly from?: unknown; readonly points?: unknown }

/** The rule, with the number it begins at or its steps. */
export function ScoringInput({ id, value, onChange, describedBy, isInvalid }: WidgetInput) {
  const say = useModuleText(planning.id)
  const scoring: Parts = typeof value === 'object' && value !== null ? (value as Parts) : {}
  const { rule = '', steps = [] } = scoring
  const setSteps = (next: readonly Step[]) => onChange({ rule, steps: next })
  return (
    <fieldset className="group" aria-describedby={describedBy} aria-invalid={isInvalid || undefined}>
      <legend className="vh">{say('criterion.scoring')}</legend>
      <SelectField
        id={id}
        label={say('scoring.rule')}
        value={rule}
        onChange={(next) =>
          onChange(next === '' ? null : next === 'steps' ? { rule: next, steps: [{}] } : { rule: next })
        }
        options={['full', 'proportional', 'steps'].map((one) => ({ value: one, label: say(`scoring.${one}`) }))}
      />
      {rule === 'proportional' && (
        <TextField
          id={`${id}-from`}
          label={say('scoring.from')}
          inputMode="decimal"
          size={8}
          isOptionalShown
          value={numberText(scoring.from)}
          onChange={(text) => {
            const from = readAmount(text)
            onChange(from === null ? { rule } : { rule, from })
          }}
        />
      )}
      {rule === 'steps' &&
        steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place; two steps may say the same while one types
          <div className="input-row" key={index}>
            {(['from', 'points'] as const).map((part) => (
              <TextField
                key={part}
                id={`${id}-${part}-${index}`}
                label={say(`scoring.step.${part}`, { count: index + 1 })}
                inputMode="decimal"
                size={8}
                value={numberText(step[part])}
                onChange={(text) =>
                  setSteps(steps.map((one, at) => (at === index ? { ...one, [part]: readAmount(text) } : one)))
                }
              />
            ))}
          </div>
        ))}
      {rule === 'steps' && steps.length < 20 && (
        <Button look="plain" onPress={() => setSteps([...steps, {}])}>
          {say('scoring.addStep')}
        </Button>
      )}
    </fieldset>
  )
}
