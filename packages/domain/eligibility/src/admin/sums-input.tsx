import { RadioField, TypedNumberField, useAdmin, useLocale, useModuleText } from '@opendpf/admin'
import type { DependentInput } from '@opendpf/kit/admin'
import { bookOf, eligibilityId, isByCode, type ParameterDef } from '../contract/index.js'

/** A sum of money that is the same for everybody, or one for each code of a fact: what a grade is paid. */
export function SumsInput(
  props: Pick<DependentInput, 'id' | 'value' | 'onChange'> & { readonly parameter: ParameterDef; readonly by: string },
) {
  const { id, value, onChange, parameter, by } = props
  const say = useModuleText(eligibilityId)
  const locale = useLocale()
  const { registry } = useAdmin()
  const fact = bookOf(registry).facts.get(by)?.title[locale] ?? by
  const unit = parameter.unit?.[locale]
  const label = parameter.title[locale]
  const sums = isByCode(value) ? value : undefined
  return (
    <div id={id}>
      <RadioField
        id={`${id}-way`}
        label={say('value.sumsAre')}
        value={sums === undefined ? 'one' : 'each'}
        onChange={(way) => onChange(way === 'each' ? {} : null)}
        options={[
          { value: 'one', label: say('value.oneSum') },
          { value: 'each', label: say('value.sumsBy', { fact }) },
        ]}
      />
      {sums === undefined ? (
        <TypedNumberField id={`${id}-sum`} label={label} value={value} isMoney unit={unit} onChange={onChange} />
      ) : (
        <fieldset className="group" aria-describedby={`${id}-hint`}>
          <legend>{label}</legend>
          <p className="hint" id={`${id}-hint`}>
            {say('value.sumsHint')}
          </p>
          {(parameter.codes ?? []).map((entry) => (
            <TypedNumberField
              key={entry.code}
              id={`${id}-${entry.code}`}
              label={locale === 'en' ? entry.en : entry.zh}
              value={sums[entry.code]}
              isMoney
              unit={unit}
              onChange={(sum) => onChange(withSum(sums, entry.code, sum))}
            />
          ))}
        </fieldset>
      )}
    </div>
  )
}

/** What was typed and is no sum stays, so that saving is refused and says so; an empty field is no sum of nothing. */
function withSum(sums: Readonly<Record<string, unknown>>, code: string, sum: unknown): object {
  const { [code]: _, ...others } = sums
  return sum === null ? others : { ...others, [code]: sum }
}
