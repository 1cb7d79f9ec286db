import {
  DataTable,
  Loading,
  ProblemNotice,
  Section,
  type TableColumn,
  useApi,
  useLocale,
  useModuleText,
} from '@opendpf/admin'
import { describePeriod, type PeriodKind, parsePeriod } from '@opendpf/standards'
import { useQuery } from '@tanstack/react-query'
import {
  type FigureAsked,
  figures,
  figureUnitWord,
  type Indicator,
  type TrendPoint,
  type TrendValue,
} from '../../contract/index.js'
import { TrendChart } from './trend-chart.js'
import { useValueWords } from './value-words.js'

const counts: Readonly<Record<Exclude<PeriodKind, 'plan-year'>, number>> = { year: 5, half: 6, quarter: 8, month: 12 }

/** A figure over the last periods beside last year's, drawn and as the same numbers in a table. */
export function TrendSection(props: {
  readonly asked: FigureAsked
  readonly indicator: Indicator
  readonly kind: Exclude<PeriodKind, 'plan-year'>
}) {
  const { asked, indicator, kind } = props
  const say = useModuleText(figures.id)
  const api = useApi()
  const { by: _, ...figure } = asked
  const { data, error, refetch } = useQuery({
    queryKey: ['list', 'figures.trend', figure, kind],
    queryFn: () =>
      api.post<{ readonly points: readonly TrendPoint[] }>('/figures/trend', { figure, kind, count: counts[kind] }),
  })
  return (
    <Section title={say('trend.title')}>
      {error ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Trend points={data.points} indicator={indicator} />
      ) : (
        <Loading />
      )}
    </Section>
  )
}

function Trend({ points, indicator }: { readonly points: readonly TrendPoint[]; readonly indicator: Indicator }) {
  const say = useModuleText(figures.id)
  const locale = useLocale()
  const words = useValueWords(indicator.unit)
  const title = indicator.title[locale]
  const told = (one: TrendValue) => {
    const value = words(one, false)
    return one.definitionVersion === indicator.version
      ? value
      : say('trend.otherDefinition', { value, version: one.definitionVersion })
  }
  const columns: readonly TableColumn<TrendPoint>[] = [
    { id: 'period', label: say('ask.period'), isRowHeader: true, cell: ({ period }) => periodWords(period, locale) },
    {
      id: 'value',
      label: `${say('value')}（${figureUnitWord(indicator.unit, locale)}）`,
      isNumeric: true,
      cell: told,
    },
    { id: 'last', label: say('trend.lastYear'), isNumeric: true, cell: ({ lastYear }) => told(lastYear) },
    { id: 'until', label: say('trend.until'), cell: ({ to }) => <span className="tabular">{to}</span> },
  ]
  return (
    <figure className="figure-trend">
      <figcaption>{say('trend.caption', { figure: title })}</figcaption>
      <TrendChart
        name={summaryOf(points)}
        unit={indicator.unit}
        series={[say('trend.now'), say('trend.lastYear')]}
        bars={points.map(({ period, value, lastYear }) => ({
          label: period,
          values: [value, lastYear.value],
        }))}
      />
      <DataTable
        caption={say('trend.table', { figure: title })}
        rows={points}
        keyOf={({ period }) => period}
        columns={columns}
      />
    </figure>
  )

  /** One sentence that says what the drawing shows, for whoever does not see it; the table has all numbers. */
  function summaryOf(all: readonly TrendPoint[]): string {
    const [first, last] = [all[0], all.at(-1)]
    if (!first || !last) return title
    return say('trend.summary', {
      figure: title,
      first: periodWords(first.period, locale),
      from: words(first),
      last: periodWords(last.period, locale),
      to: words(last),
      lastYear: words(last.lastYear),
    })
  }
}

function periodWords(period: string, locale: 'zh-CN' | 'en'): string {
  const read = parsePeriod(period)
  return read.ok ? describePeriod(read.value, locale) : period
}
