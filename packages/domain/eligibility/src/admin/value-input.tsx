import {
  CheckboxGroup,
  formatYuan,
  RadioField,
  readYuan,
  TextField,
  useAdmin,
  useLocale,
  useModuleText,
} from '@opendpf/admin'
import type { DependentInput } from '@opendpf/kit/admin'
import { useState } from 'react'
import { bookOf, eligibilityId, type ParameterDef, type Pattern } from '../contract/index.js'
import { PatternsInput } from './patterns-input.js'

/** The control of a parameter's value, by the kind that the parameter has. */
export function ValueInput(props: DependentInput) {
  const { registry } = useAdmin()
  const say = useModuleText(eligibilityId)
  const name = String(props.fields.name ?? '')
  const parameter = bookOf(registry).parameters.get(name)
  if (!parameter) return <p id={props.id}>{say('value.chooseParameter')}</p>
  return <Control key={name} {...props} parameter={parameter} />
}

function Control({ id, value, onChange, parameter }: DependentInput & { readonly parameter: ParameterDef }) {
  const say = useModuleText(eligibilityId)
  const locale = useLocale()
  const label = parameter.title[locale]
  const word = (entry: { readonly zh: string; readonly en: string }) => (locale === 'en' ? entry.en : entry.zh)
  switch (parameter.kind) {
    case 'flag':
      return (
        <RadioField
          id={id}
          label={label}
          value={typeof value === 'boolean' ? String(value) : ''}
          onChange={(chosen) => onChange(chosen === 'true')}
          options={[
            { value: 'true', label: say('value.yes') },
            { value: 'false', label: say('value.no') },
          ]}
        />
      )
    case 'codes':
      return (
        <CheckboxGroup
          id={id}
          label={label}
          value={Array.isArray(value) ? (value as readonly string[]) : []}
          onChange={onChange}
          options={(parameter.codes ?? []).map((entry) => ({ value: entry.code, label: word(entry) }))}
        />
      )
    case 'patterns':
      return (
        <PatternsInput
          id={id}
          attributes={parameter.attributes ?? {}}
          value={Array.isArray(value) ? (value as readonly Pattern[]) : []}
          onChange={onChange}
        />
      )
    default:
      return <NumberInput id={id} label={label} value={value} onChange={onChange} parameter={parameter} />
  }
}

/** A number as it is typed; what is none stays as it was typed, so that saving is refused and says so. */
function NumberInput(props: {
  readonly id: string
  readonly label: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly parameter: ParameterDef
}) {
  const { id, label, value, onChange, parameter } = props
  const locale = useLocale()
  const isMoney = parameter.kind === 'money'
  const [text, setText] = useState(() =>
    typeof value === 'number' ? (isMoney ? formatYuan(value) : String(value)) : '',
  )
  const unit = parameter.unit?.[locale]
  return (
    <TextField
      id={id}
      label={label}
      value={text}
      inputMode={isMoney ? 'decimal' : 'numeric'}
      size={16}
      {...(unit === undefined ? {} : { unit })}
      onChange={(typed) => {
        setText(typed)
        const read = isMoney ? readYuan(typed) : /^\d+$/.test(typed.trim()) ? Number(typed) : undefined
        onChange(read ?? (typed.trim() === '' ? null : typed))
      }}
    />
  )
}
