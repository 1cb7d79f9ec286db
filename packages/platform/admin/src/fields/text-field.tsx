import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute } from 'react'
import type { FieldFacts } from './field.js'
import { controlProps, Field } from './field.js'

export interface TextFieldProps extends FieldFacts {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly type?: HTMLInputTypeAttribute
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'search'
  readonly autoComplete?: HTMLInputAutoCompleteAttribute
  /** Words behind the box, such as a unit. */
  readonly unit?: string
  /** About how many characters are expected; default as wide as there is room. */
  readonly size?: number
}

/** One line of text. Pasting is always allowed, and nothing is cut off while typing. */
export function TextField(props: TextFieldProps) {
  const { value, onChange, onBlur, type = 'text', inputMode, autoComplete = 'off', unit, size } = props
  return (
    <Field {...props}>
      <span className="input-row">
        <input
          {...controlProps(props)}
          className={size ? 'input input-sized' : 'input'}
          style={size ? { inlineSize: `${size + 3}ch` } : undefined}
          type={type}
          inputMode={inputMode}
          autoComplete={autoComplete}
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
        />
        {unit && <span className="unit">{unit}</span>}
      </span>
    </Field>
  )
}

/** Several lines of text. */
export function MultilineField(
  props: FieldFacts & Pick<TextFieldProps, 'value' | 'onChange' | 'onBlur'> & { readonly rows?: number },
) {
  const { value, onChange, onBlur, rows = 4 } = props
  return (
    <Field {...props}>
      <textarea
        {...controlProps(props)}
        className="input textarea"
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
      />
    </Field>
  )
}
