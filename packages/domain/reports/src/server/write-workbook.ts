import { figureAmount } from '@opendpf/figures'
import { type ExportSheet, type SheetValue, streamRows } from '@opendpf/sheets'
import { itemWords, smallestShown } from '../contract/index.js'
import { cellAmount, headOf, itemOf } from './tables.js'
import type { WholeReport } from './whole-report.js'

/** Writes the tables of a report as a workbook to calculate on: plan and results, and the figures by town as they may be published. */
export async function writeWorkbook(report: WholeReport): Promise<Uint8Array> {
  const sheets = [resultsSheet(report), ...(report.statistics.length > 0 ? [townsSheet(report)] : [])]
  const pieces: Uint8Array[] = []
  for await (const piece of streamRows(sheets)) pieces.push(piece)
  return Buffer.concat(pieces)
}

function watermarkOf({ title, figures, say }: WholeReport): string {
  return `${title} · ${figures.place} · ${say('figuresUntil', { day: figures.day })}`
}

function resultsSheet(report: WholeReport): ExportSheet {
  const { figures, locale, say } = report
  return {
    sheetName: say('table.results'),
    watermark: watermarkOf(report),
    columns: [
      { heading: say('table.number'), kind: 'text', width: 8 },
      { heading: say('table.item'), kind: 'text', width: 32 },
      { heading: say('table.target'), kind: 'text', width: 18 },
      { heading: say('table.result'), width: 14 },
      { heading: say('table.share'), kind: 'text', width: 10 },
      { heading: say('table.owner'), kind: 'text', width: 18 },
    ],
    rows: figures.items.map((item): readonly SheetValue[] => [
      item.number,
      item.title,
      itemWords(item, 'target', locale),
      item.value === null ? itemWords(item, 'result', locale) : figureAmount(item.value, item.unit),
      itemWords(item, 'share', locale),
      item.owner,
    ]),
  }
}

function townsSheet(report: WholeReport): ExportSheet {
  const { figures, statistics, say } = report
  const items = statistics.map(({ item }) => itemOf(figures.items, item))
  const row = (name: string, cellOf: (index: number) => (typeof statistics)[number]['total'] | undefined) => [
    name,
    ...items.map((item, index) => cellAmount(cellOf(index), item, report)),
  ]
  return {
    sheetName: say('table.towns'),
    watermark: `${watermarkOf(report)} · ${say('table.hiddenNote', { least: smallestShown })}`,
    columns: [
      { heading: say('table.town'), kind: 'text', width: 18 },
      ...items.map((item) => ({ heading: headOf(item, report), width: 16 })),
    ],
    rows: [
      ...figures.towns.map(({ name }, town) => row(name, (index) => statistics[index]?.values[town])),
      row(say('table.whole'), (index) => statistics[index]?.total),
    ],
  }
}
