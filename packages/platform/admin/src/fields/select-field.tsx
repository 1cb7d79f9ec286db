import { useText } from '../i18n/use-text.js'
import type { FieldFacts } from './field.js'
import { controlProps, Field } from './field.js'

export interface Option {
  readonly value: string
  readonly label: string
}

export interface SelectFieldProps extends FieldFacts {
  readonly value: string
  readonly options: readonly Option[]
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  /** What no choice is called; default "please choose". */
  readonly emptyLabel?: string
  /** There is always a choice. */
  readonly hasNoEmpty?: boolean
}

/** A native select: its value, its state and its being required reach every screen reader. */
export function SelectField(props: SelectFieldProps) {
  const { value, options, onChange, onBlur, emptyLabel, hasNoEmpty } = props
  const t = useText()
  return (
    <Field {...props}>
      <select
        {...controlProps(props)}
        className="input select"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
      >
        {!hasNoEmpty && <option value="">{emptyLabel ?? t('common.choose')}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
