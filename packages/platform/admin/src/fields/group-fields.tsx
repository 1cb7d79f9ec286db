import type { FieldFacts } from './field.js'
import { describedBy, FieldHint, FieldMessages, LabelWords } from './field.js'
import type { Option } from './select-field.js'

/** A few values to choose one of, all in sight. */
export function RadioField(
  props: FieldFacts & {
    readonly value: string
    readonly options: readonly Option[]
    readonly onChange: (value: string) => void
    readonly onBlur?: () => void
    readonly isStacked?: boolean
  },
) {
  const { id, value, options, onChange, onBlur, error, isRequired, isStacked } = props
  return (
    <fieldset
      className="field group"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: only a radiogroup can say that it is required or wrong
      role="radiogroup"
      aria-describedby={describedBy(props)}
      aria-invalid={error ? true : undefined}
      aria-required={isRequired || undefined}
    >
      <legend className="label">
        <LabelWords {...props} />
      </legend>
      <FieldHint {...props} />
      <div className={isStacked ? 'group-options group-stacked' : 'group-options'}>
        {options.map((option, index) => (
          <label className="option" key={option.value}>
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={`${id}-group`}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
              onBlur={onBlur}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      <FieldMessages {...props} />
    </fieldset>
  )
}

/** Several values, all in sight. */
export function CheckboxGroup(
  props: FieldFacts & {
    readonly value: readonly string[]
    readonly options: readonly Option[]
    readonly onChange: (value: readonly string[]) => void
  },
) {
  const { id, value, options, onChange } = props
  return (
    <fieldset className="field group" aria-describedby={describedBy(props)}>
      <legend className="label">
        <LabelWords {...props} />
      </legend>
      <FieldHint {...props} />
      <div className="group-options">
        {options.map((option, index) => (
          <label className="option" key={option.value}>
            <input
              type="checkbox"
              id={index === 0 ? id : undefined}
              checked={value.includes(option.value)}
              onChange={(event) =>
                onChange(event.target.checked ? [...value, option.value] : value.filter((one) => one !== option.value))
              }
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      <FieldMessages {...props} />
    </fieldset>
  )
}

/** One thing to tick. */
export function CheckboxField(
  props: FieldFacts & { readonly value: boolean; readonly onChange: (value: boolean) => void },
) {
  const { id, label, value, onChange, error } = props
  return (
    <div className="field" data-invalid={error ? true : undefined}>
      <label className="option">
        <input
          id={id}
          type="checkbox"
          checked={value}
          aria-describedby={describedBy(props)}
          aria-invalid={error ? true : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      <FieldHint {...props} />
      <FieldMessages {...props} />
    </div>
  )
}
