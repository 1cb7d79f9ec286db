import type { Registry } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { type Locale, messageOf } from '@opendpf/messages'
import type { ExportSheet, SheetValue } from '@opendpf/sheets'
import {
  type BreakdownRow,
  breakdownOf,
  catalogueOf,
  type DimensionWords,
  dimensionWords,
  type FigureAsked,
  type FigureRead,
  type FigureValue,
  figureAmount,
  figures,
  figureUnitWord,
} from '../contract/index.js'

interface Told {
  readonly context: Pick<ModuleContext, 'registry' | 'locale' | 'today'>
  readonly asked: FigureAsked
  readonly figure: FigureRead
  /** Names of places by their 12 digits, for a breakdown by place. */
  readonly places: ReadonlyMap<string, string>
}

/**
 * A breakdown as the rows of a sheet, with a line above them that says what is counted, about which days and place, and as known when. What is
 * not known has its reason in a column of its own and no number. Undefined where the figure was not broken down.
 */
export function breakdownSheet({ context, asked, figure, places }: Told): ExportSheet | undefined {
  const { registry, locale, today } = context
  const catalogue = catalogueOf(registry)
  const indicator = catalogue.get(asked.indicator)
  if (!indicator || asked.by === undefined) return undefined
  const say = sayer(locale)
  const words = wordsOf(registry, { asked, places, locale })
  const breakdown = breakdownOf(indicator, figure, words.values)
  if (!breakdown) return undefined
  const unit = figureUnitWord(indicator.unit, locale)
  const row = (label: string, one: FigureValue): readonly SheetValue[] => [
    label,
    one.value === null ? null : figureAmount(one.value, indicator.unit),
    unit,
    one.unknownReason === null ? null : say(`unknown.${one.unknownReason}`),
  ]
  const nameOf = ({ code, label }: BreakdownRow) =>
    label ?? (code === null ? say('breakdown.none') : (places.get(code) ?? code))
  return {
    sheetName: say('breakdown.title'),
    watermark: [
      indicator.title[locale],
      `${asked.from === undefined ? '' : `${asked.from} — `}${asked.to ?? today}`,
      ...(asked.division === undefined ? [] : [places.get(asked.division) ?? asked.division]),
      ...(asked.asOf === undefined ? [] : [say('file.asOf', { when: asked.asOf })]),
      indicator.counts[locale],
    ].join(' · '),
    columns: [
      { heading: words.title, kind: 'text', width: 24 },
      { heading: say('value'), kind: 'number', width: 14 },
      { heading: say('unit'), kind: 'text', width: 10 },
      { heading: say('unknown'), kind: 'text', width: 24 },
    ],
    rows: [
      ...breakdown.rows.map((one) => row(nameOf(one), one)),
      row(say(breakdown.addsUp ? 'breakdown.sum' : 'breakdown.whole'), breakdown.total),
    ],
  }
}

function wordsOf(
  registry: Registry,
  { asked, places, locale }: { readonly asked: FigureAsked; readonly places: Told['places']; readonly locale: Locale },
): DimensionWords {
  const { by = '' } = asked
  const catalogue = catalogueOf(registry)
  const indicator = catalogue.get(asked.indicator)
  const words = indicator && dimensionWords({ registry, catalogue, locale }, indicator, by)
  if (words) return words
  const values = [...places].filter(([code]) => code !== asked.division).map(([code, label]) => ({ code, label }))
  return { title: sayer(locale)(`by.${by}`), values }
}

function sayer(locale: Locale) {
  return (key: string, params?: Readonly<Record<string, string>>) => messageOf(figures.messages, locale, key, params)
}
