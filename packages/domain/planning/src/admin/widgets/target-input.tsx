import { numberText, SelectField, TextField, useModuleText } from '@opendpf/admin'
import type { WidgetInput } from '@opendpf/kit/admin'
import { planning, targetKinds } from '../../contract/index.js'
import { readAmount } from './read-amount.js'

type Parts = Readonly<Record<string, unknown>>

const withValue: ReadonlySet<string> = new Set(['at-least', 'exactly', 'at-most', 'rate', 'running-total'])

/** The parts of a target by its kind; a kind that is not chosen yet has none. */
export function TargetInput({ id, value, onChange, describedBy, isInvalid }: WidgetInput) {
  const say = useModuleText(planning.id)
  const target: Parts = typeof value === 'object' && value !== null ? (value as Parts) : {}
  const kind = String(target.kind ?? '')
  const number = (part: string) => (
    <TextField
      id={`${id}-${part}`}
      label={say(`target.${part}`)}
      inputMode="decimal"
      size={12}
      value={numberText(target[part])}
      onChange={(text) => onChange({ ...target, [part]: readAmount(text) })}
    />
  )
  return (
    <fieldset className="group" aria-describedby={describedBy} aria-invalid={isInvalid || undefined}>
      <legend className="vh">{say('item.target')}</legend>
      <div className="input-row">
        <SelectField
          id={id}
          label={say('target.kind')}
          value={kind}
          onChange={(next) => onChange(next === '' ? null : { kind: next })}
          options={targetKinds.map((one) => ({ value: one, label: say(`target.${one}`) }))}
        />
        {withValue.has(kind) && number('value')}
        {kind === 'range' && number('from')}
        {kind === 'range' && number('to')}
        {kind === 'unknown' && (
          <TextField
            id={`${id}-reason`}
            label={say('target.reason')}
            value={String(target.reason ?? '')}
            onChange={(reason) => onChange({ ...target, reason })}
          />
        )}
      </div>
    </fieldset>
  )
}
