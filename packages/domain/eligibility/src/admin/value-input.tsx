import { CheckboxGroup, RadioField, TypedNumberField, useAdmin, useLocale, useModuleText } from '@opendpf/admin'
import type { DependentInput } from '@opendpf/kit/admin'
import { bookOf, eligibilityId, type ParameterDef, type Pattern } from '../contract/index.js'
import { PatternsInput } from './patterns-input.js'
import { SumsInput } from './sums-input.js'

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
      if (parameter.by !== undefined)
        return <SumsInput id={id} value={value} onChange={onChange} parameter={parameter} by={parameter.by} />
      return (
        <TypedNumberField
          id={id}
          label={label}
          value={value}
          isMoney={parameter.kind === 'money'}
          unit={parameter.unit?.[locale]}
          onChange={onChange}
        />
      )
  }
}
