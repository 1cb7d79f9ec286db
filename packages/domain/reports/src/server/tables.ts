import { figureAmount, figureText, figureUnitWord } from '@opendpf/figures'
import { itemWords, type PublishedCell, type ReportedItem, smallestShown } from '../contract/index.js'
import type { WholeReport } from './whole-report.js'

/** A table in words, for every form that a report is written in. */
export interface WordTable {
  readonly caption: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** The items that the rows are of, where they are of one each. */
  readonly items?: readonly string[]
  readonly note?: string
}

/** What the plan promised beside what has been reached. */
export function resultsTable({ figures, locale, say }: WholeReport): WordTable {
  return {
    caption: say('table.results'),
    heads: (['number', 'item', 'target', 'result', 'share', 'owner'] as const).map((head) => say(`table.${head}`)),
    rows: figures.items.map((item) => [
      item.number,
      ...(['title', 'target', 'result', 'share'] as const).map((word) => itemWords(item, word, locale)),
      item.owner ?? '',
    ]),
    items: figures.items.map(({ number }) => number),
  }
}

/** How many items stand side by side in a table by towns, so that it fits a page. */
const itemsBeside = 5

/** The items by towns, with what is hidden and what is not known; none where no item is told by towns. */
export function townTables(report: WholeReport): readonly WordTable[] {
  const { figures, statistics, say } = report
  const tables: WordTable[] = []
  for (let start = 0; start < statistics.length; start += itemsBeside) {
    const beside = statistics.slice(start, start + itemsBeside)
    const heads = beside.map(({ item }) => headOf(itemOf(figures.items, item), report))
    const cells = (cellsOf: (index: number) => readonly PublishedCell[], row: number) =>
      beside.map(({ item }, index) => cellText(cellsOf(index)[row], itemOf(figures.items, item), report))
    tables.push({
      caption: statistics.length > itemsBeside ? `${say('table.towns')}（${tables.length + 1}）` : say('table.towns'),
      heads: [say('table.town'), ...heads],
      rows: [
        ...figures.towns.map(({ name }, row) => [name, ...cells((index) => beside[index]?.values ?? [], row)]),
        [say('table.whole'), ...cells((index) => [beside[index]?.total ?? { kind: 'unknown' }], 0)],
      ],
      note: say('table.hiddenNote', { least: smallestShown }),
    })
  }
  return tables
}

/** A cell as a number where it is shown, for sheets that are calculated on. */
export function cellAmount(cell: PublishedCell | undefined, { unit }: ReportedItem, { say }: Pick<WholeReport, 'say'>) {
  if (cell?.kind === 'value') return figureAmount(cell.value, unit)
  return say(cell?.kind === 'hidden' ? 'hidden' : 'unknown')
}

/** The title of an item with its unit. */
export function headOf(
  { number, title, unit, unitWord }: ReportedItem,
  { locale }: Pick<WholeReport, 'locale'>,
): string {
  return `${number} ${title}（${unitWord ?? figureUnitWord(unit, locale)}）`
}

/** The item of a number: statistics are of the items that they were taken with. */
export function itemOf(items: readonly ReportedItem[], number: string): ReportedItem {
  const item = items.find((one) => one.number === number)
  if (!item) throw new RangeError(`there is no item ${number}`)
  return item
}

function cellText(cell: PublishedCell | undefined, { unit }: ReportedItem, { say }: WholeReport): string {
  if (cell?.kind === 'value') return figureText(cell.value, unit)
  return say(cell?.kind === 'hidden' ? 'hidden' : 'unknown')
}

/** The bars of a chart: how much of each target has been reached, as far as that is known. */
export function shareBars({
  figures,
}: Pick<WholeReport, 'figures'>): readonly { readonly label: string; readonly share: number }[] {
  return figures.items.flatMap(({ number, title, share }) =>
    share === null ? [] : [{ label: `${number} ${title}`, share }],
  )
}
