import { ComboField } from './combo-field.js'
import type { SelectFieldProps } from './select-field.js'
import { SelectField } from './select-field.js'

const mostForSelect = 9

/** One of several values: a native select up to nine options, a combobox above. */
export function ChoiceField(props: SelectFieldProps) {
  return props.options.length > mostForSelect ? <ComboField {...props} /> : <SelectField {...props} />
}
