import {
  AppLink,
  EmptyState,
  Facts,
  LinkButton,
  Loading,
  ProblemNotice,
  pageHref,
  Section,
  useAdmin,
  useApi,
  useLocale,
  useModuleText,
} from '@opendpf/admin'
import { todayIn } from '@opendpf/standards'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  type FigureAsked,
  type FigureRead,
  figures,
  figureUnitWord,
  type Indicator,
  isCounted,
} from '../../contract/index.js'
import { useCatalogue } from '../use-catalogue.js'
import { BreakdownSection } from './breakdown-section.js'
import { ListSection } from './list-section.js'
import { askedBy, firstState } from './question.js'
import { QuestionForm } from './question-form.js'
import { TrendSection } from './trend-section.js'
import { useValueWords } from './value-words.js'

/** One figure: what it counts, its value for a period, a place and a day it was known on, its parts, its trend and the list behind it. */
export function FigurePage({ params }: { readonly params: URLSearchParams }) {
  const say = useModuleText(figures.id)
  const name = params.get('indicator') ?? ''
  const indicator = useCatalogue().get(name)
  if (!indicator)
    return (
      <EmptyState
        title={say('figure.none')}
        actions={<LinkButton to={pageHref(figures.id, 'catalogue')}>{say('page.catalogue')}</LinkButton>}
      />
    )
  return <OneFigure key={params.toString()} name={name} indicator={indicator} params={params} />
}

function OneFigure(props: { readonly name: string; readonly indicator: Indicator; readonly params: URLSearchParams }) {
  const { name, indicator, params } = props
  const say = useModuleText(figures.id)
  const locale = useLocale()
  const { clock } = useAdmin()
  const [today] = useState(() => todayIn(clock))
  const [state, setState] = useState(() => firstState(params, { indicator, today }))
  const asked = askedBy(state, { name, indicator, today })
  return (
    <>
      <h2>{indicator.title[locale]}</h2>
      <Definition indicator={indicator} />
      <QuestionForm indicator={indicator} today={today} state={state} onChange={setState} />
      {asked ? <Answer asked={asked} indicator={indicator} /> : <p role="status">{say('figure.incomplete')}</p>}
      {asked && state.kind !== 'days' && <TrendSection asked={asked} indicator={indicator} kind={state.kind} />}
      {asked && isCounted(indicator) && <ListSection key={JSON.stringify(asked)} asked={asked} indicator={indicator} />}
    </>
  )
}

function Definition({ indicator }: { readonly indicator: Indicator }) {
  const say = useModuleText(figures.id)
  const locale = useLocale()
  return (
    <Facts
      items={[
        { label: say('counts'), value: indicator.counts[locale] },
        ...(indicator.reading === 'ratio' ? [{ label: say('of'), value: indicator.of[locale] }] : []),
        { label: say('dateMeans'), value: indicator.dateMeans[locale] },
        { label: say('unit'), value: figureUnitWord(indicator.unit, locale) },
        { label: say('kind'), value: say(`kind.${indicator.kind}`) },
        { label: say('version'), value: indicator.version },
      ]}
    />
  )
}

function Answer({ asked, indicator }: { readonly asked: FigureAsked; readonly indicator: Indicator }) {
  const say = useModuleText(figures.id)
  const api = useApi()
  const words = useValueWords(indicator.unit)
  const { data, error, refetch } = useQuery({
    queryKey: ['list', 'figures.query', asked],
    queryFn: () => api.post<{ readonly figures: readonly FigureRead[] }>('/figures/query', { figures: [asked] }),
  })
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  const [figure] = data?.figures ?? []
  if (!figure) return <Loading />
  return (
    <>
      <Section title={say('value')}>
        <p className="figure-value" role="status">
          {words(figure)}
        </p>
        {indicator.reading === 'ratio' && <Parts figure={figure} asked={asked} indicator={indicator} />}
      </Section>
      {asked.by !== undefined && <BreakdownSection asked={asked} indicator={indicator} figure={figure} />}
    </>
  )
}

/** The numerator and the denominator of a share: each is a figure with a page and a list of its own. */
function Parts(props: { readonly figure: FigureRead; readonly asked: FigureAsked; readonly indicator: Indicator }) {
  const { figure, asked, indicator } = props
  const say = useModuleText(figures.id)
  const locale = useLocale()
  const catalogue = useCatalogue()
  if (indicator.reading !== 'ratio') return null
  return (
    <Facts
      items={(['part', 'whole'] as const).flatMap((which) => {
        const of = catalogue.get(indicator[which])
        const value = figure[which]
        if (!of || !value) return []
        const { from, to = '', division } = asked
        const search = {
          indicator: indicator[which],
          to,
          ...(from === undefined ? {} : { from }),
          ...(division === undefined ? {} : { division }),
        }
        return [
          {
            label: say(which),
            value: (
              <>
                <AppLink to={pageHref(figures.id, 'figure')} search={search}>
                  {of.title[locale]}
                </AppLink>{' '}
                <PartValue value={value} of={of} />
              </>
            ),
          },
        ]
      })}
    />
  )
}

function PartValue({
  value,
  of,
}: {
  readonly value: Pick<FigureRead, 'value' | 'unknownReason'>
  readonly of: Indicator
}) {
  return <span className="tabular">{useValueWords(of.unit)(value)}</span>
}
