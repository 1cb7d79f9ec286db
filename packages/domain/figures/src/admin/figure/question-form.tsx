import { ChoiceField, DateField, DivisionPicker, useAdmin, useLocale, useModuleText } from '@opendpf/admin'
import { describePeriod, formatPeriod } from '@opendpf/standards'
import { catalogueOf, dimensionsOf, dimensionWords, figures, type Indicator, placesOf } from '../../contract/index.js'
import { canBreakDown, periodsToChoose, type QuestionState, type SpanKind, spanKinds } from './question.js'

/** Which period, which place, known when, and broken down by what. */
export function QuestionForm(props: {
  readonly indicator: Indicator
  readonly today: string
  readonly state: QuestionState
  readonly onChange: (state: QuestionState) => void
}) {
  const { indicator, today, state, onChange } = props
  const say = useModuleText(figures.id)
  const change = (changed: Partial<QuestionState>) => onChange({ ...state, ...changed })
  const chooseKind = (kind: SpanKind) => {
    const [latest] = kind === 'days' ? [] : periodsToChoose(kind, today)
    change({ kind, ...(latest ? { period: formatPeriod(latest) } : { from: `${today.slice(0, 4)}-01-01`, to: today }) })
  }
  return (
    <div className="filter-row">
      <ChoiceField
        id="figure-kind"
        label={say('ask.kind')}
        hasNoEmpty
        value={state.kind}
        onChange={(kind) => chooseKind(kind as SpanKind)}
        options={spanKinds(indicator).map((kind) => ({ value: kind, label: say(`ask.kind.${kind}`) }))}
      />
      <SpanFields {...props} change={change} />
      <DivisionPicker
        id="figure-place"
        label={say('ask.place')}
        isFilter
        value={state.division}
        onChange={(division) => change({ division })}
      />
      <ByField indicator={indicator} state={state} onChange={(by) => change({ by })} />
      <DateField
        id="figure-as-of"
        label={say('ask.asOf')}
        hint={say('ask.asOf.hint')}
        value={state.asOf}
        onChange={(asOf) => change({ asOf })}
      />
    </div>
  )
}

function SpanFields(props: {
  readonly indicator: Indicator
  readonly today: string
  readonly state: QuestionState
  readonly change: (changed: Partial<QuestionState>) => void
}) {
  const { indicator, today, state, change } = props
  const say = useModuleText(figures.id)
  const locale = useLocale()
  if (state.kind !== 'days')
    return (
      <ChoiceField
        id="figure-period"
        label={say('ask.period')}
        hasNoEmpty
        value={state.period}
        onChange={(period) => change({ period })}
        options={periodsToChoose(state.kind, today).map((period) => ({
          value: formatPeriod(period),
          label: describePeriod(period, locale),
        }))}
      />
    )
  return (
    <>
      {indicator.kind === 'flow' && (
        <DateField id="figure-from" label={say('ask.from')} value={state.from} onChange={(from) => change({ from })} />
      )}
      <DateField
        id="figure-to"
        label={say(indicator.kind === 'flow' ? 'ask.to' : 'ask.day')}
        value={state.to}
        onChange={(to) => change({ to })}
      />
    </>
  )
}

function ByField(props: {
  readonly indicator: Indicator
  readonly state: QuestionState
  readonly onChange: (by: string) => void
}) {
  const { indicator, state, onChange } = props
  const say = useModuleText(figures.id)
  const locale = useLocale()
  const { registry } = useAdmin()
  const catalogue = catalogueOf(registry)
  const places = placesOf(indicator).filter((place) => canBreakDown(place, state.division))
  const options = [
    ...places.map((place) => ({ value: place, label: say(`by.${place}`) })),
    ...dimensionsOf(catalogue, indicator).map((name) => ({
      value: name,
      label: dimensionWords({ registry, catalogue, locale }, indicator, name)?.title ?? name,
    })),
  ]
  if (options.length === 0) return null
  return (
    <ChoiceField
      id="figure-by"
      label={say('ask.by')}
      emptyLabel={say('ask.by.none')}
      value={options.some(({ value }) => value === state.by) ? state.by : ''}
      onChange={onChange}
      options={options}
    />
  )
}
