import { Button, CheckboxGroup, useLocale, useModuleText } from '@opendpf/admin'
import { eligibilityId, type ParameterDef, type Pattern } from '../contract/index.js'

/** Patterns of items, one group of boxes each: which categories, and of which grades. An attribute without a tick asks for nothing. */
export function PatternsInput(props: {
  readonly id: string
  readonly attributes: NonNullable<ParameterDef['attributes']>
  readonly value: readonly Pattern[]
  readonly onChange: (value: readonly Pattern[]) => void
}) {
  const { id, attributes, value, onChange } = props
  const say = useModuleText(eligibilityId)
  const locale = useLocale()
  const word = (entry: { readonly zh: string; readonly en: string }) => (locale === 'en' ? entry.en : entry.zh)
  const set = (at: number, name: string, codes: readonly string[]) =>
    onChange(
      value.map((pattern, index) => {
        if (index !== at) return pattern
        const { [name]: _, ...rest } = pattern
        return codes.length === 0 ? rest : { ...rest, [name]: codes }
      }),
    )
  return (
    <div id={id}>
      {value.map((pattern, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a pattern is its place; two may say the same while one ticks
        <fieldset className="group" key={index}>
          <legend>{say('value.pattern', { number: index + 1 })}</legend>
          {Object.entries(attributes).map(([name, { title, codes }]) => (
            <CheckboxGroup
              key={name}
              id={`${id}-${index}-${name}`}
              label={title[locale]}
              value={pattern[name] ?? []}
              onChange={(chosen) => set(index, name, chosen)}
              options={codes.map((entry) => ({ value: entry.code, label: word(entry) }))}
            />
          ))}
          <Button look="plain" onPress={() => onChange(value.toSpliced(index, 1))}>
            {say('value.removePattern', { number: index + 1 })}
          </Button>
        </fieldset>
      ))}
      <Button look="plain" onPress={() => onChange([...value, {}])}>
        {say('value.addPattern')}
      </Button>
    </div>
  )
}
