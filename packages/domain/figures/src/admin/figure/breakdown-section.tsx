import {
  AppLink,
  Button,
  DataTable,
  Icon,
  ProblemNotice,
  pageHref,
  Section,
  type TableColumn,
  useAdmin,
  useApi,
  useDivisions,
  useLocale,
  useMe,
  useModuleText,
} from '@opendpf/admin'
import { useState } from 'react'
import {
  type BreakdownRow,
  breakdownOf,
  catalogueOf,
  type DimensionValue,
  dimensionWords,
  type FigureAsked,
  type FigureRead,
  figures,
  figureUnitWord,
  type Indicator,
} from '../../contract/index.js'
import { saveFile } from './save-file.js'
import { useValueWords } from './value-words.js'

interface Props {
  readonly asked: FigureAsked
  readonly indicator: Indicator
  readonly figure: FigureRead
}

/** A figure by a dimension, as a table with its total, and as a file. */
export function BreakdownSection({ asked, indicator, figure }: Props) {
  const say = useModuleText(figures.id)
  const locale = useLocale()
  const words = useByWords(asked, indicator)
  const valueWords = useValueWords(indicator.unit)
  const breakdown = breakdownOf(indicator, figure, words.values)
  if (!breakdown) return null
  const nameOf = ({ code, label }: BreakdownRow) =>
    label ?? (code === null ? say('breakdown.none') : words.nameOf(code))
  const total = {
    code: 'total',
    label: say(breakdown.addsUp ? 'breakdown.sum' : 'breakdown.whole'),
    ...breakdown.total,
  }
  const columns: readonly TableColumn<BreakdownRow>[] = [
    {
      id: 'value-of',
      label: words.title,
      isRowHeader: true,
      cell: (row) => (
        <RowName row={row} asked={asked} isTotal={row === total}>
          {nameOf(row)}
        </RowName>
      ),
    },
    {
      id: 'value',
      label: `${say('value')}（${figureUnitWord(indicator.unit, locale)}）`,
      isNumeric: true,
      cell: (row) => valueWords(row, false),
    },
  ]
  const title = say('breakdown.by', { dimension: words.title })
  return (
    <Section title={title} actions={<FileButtons asked={asked} title={indicator.title[locale]} />} isFlush>
      <DataTable
        caption={say('breakdown.table', { figure: indicator.title[locale], dimension: words.title })}
        rows={[...breakdown.rows, total]}
        keyOf={({ code }) => code ?? ''}
        columns={columns}
      />
      {!breakdown.addsUp && <p className="hint">{say('breakdown.noSum')}</p>}
    </Section>
  )
}

/** A place leads to the figure of that place. */
function RowName(props: {
  readonly row: BreakdownRow
  readonly asked: FigureAsked
  readonly isTotal: boolean
  readonly children: string
}) {
  const { row, asked, isTotal, children } = props
  const isPlace = asked.by === 'town' || asked.by === 'village'
  if (isTotal || !isPlace || row.code === null) return children
  const { indicator, from, to = '' } = asked
  const search = { indicator, to, ...(from === undefined ? {} : { from }), division: row.code }
  return (
    <AppLink to={pageHref(figures.id, 'figure')} search={search}>
      {children}
    </AppLink>
  )
}

function FileButtons({ asked, title }: { readonly asked: FigureAsked; readonly title: string }) {
  const say = useModuleText(figures.id)
  const api = useApi()
  const [failure, setFailure] = useState<unknown>()
  const save = async (format: 'xlsx' | 'csv') =>
    saveFile(await api.file('/figures/breakdown-file', { figure: asked, format }), `${title}.${format}`)
  return (
    <>
      {(['xlsx', 'csv'] as const).map((format) => (
        <Button key={format} onPress={() => void save(format).then(() => setFailure(undefined), setFailure)}>
          <Icon name="download" />
          {say(`file.${format}`)}
        </Button>
      ))}
      {failure !== undefined && <ProblemNotice error={failure} />}
    </>
  )
}

interface ByWords {
  readonly title: string
  readonly values: readonly DimensionValue[]
  readonly nameOf: (code: string) => string
}

/** What the parts of a breakdown are called: places by their names, the rest as the dimension says. */
function useByWords({ by = '', division }: FigureAsked, indicator: Indicator): ByWords {
  const say = useModuleText(figures.id)
  const locale = useLocale()
  const { registry } = useAdmin()
  const { index } = useDivisions()
  const me = useMe()
  const nameOf = (code: string) => index.get(code)?.name ?? code
  const words = dimensionWords({ registry, catalogue: catalogueOf(registry), locale }, indicator, by)
  if (words) return { ...words, nameOf: (code) => code }
  const about = division ?? me.scope.code?.padEnd(12, '0')
  const below = about === undefined ? [] : index.childrenOf(about)
  const places =
    by === 'village' && below[0]?.level === 'town' ? below.flatMap(({ code }) => index.childrenOf(code)) : below
  return { title: say(`by.${by}`), values: places.map(({ code, name }) => ({ code, label: name })), nameOf }
}
