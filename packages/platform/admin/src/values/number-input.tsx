import type { WidgetInput } from '@opendpf/kit/admin'
import { numberText, readNumber } from './number-text.js'

/** One number. */
export function NumberInput({ id, value, onChange, describedBy, isInvalid }: WidgetInput) {
  return (
    <input
      id={id}
      className="input input-sized"
      style={{ inlineSize: '15ch' }}
      inputMode="decimal"
      autoComplete="off"
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy}
      aria-invalid={isInvalid || undefined}
      value={numberText(value)}
      onChange={(event) => onChange(readNumber(event.target.value))}
    />
  )
}
