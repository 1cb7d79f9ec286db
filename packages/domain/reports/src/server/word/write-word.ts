import {
  Bookmark,
  Document,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { ChartRun } from 'docx/charts'
import type { Block, Run } from '../../contract/index.js'
import { resultsTable, shareBars, townTables, type WordTable } from '../tables.js'
import type { WholeReport } from '../whole-report.js'
import { columnWidths, signatureIndents, titleLines } from './layout.js'
import { settle } from './settle.js'
import { halfCharacter, page, paragraphs, runs, textWidth } from './typography.js'

const headings = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const
const chartedAtMost = 20

/**
 * Writes a report as a Word document in the order and typography of Chinese official documents (GB/T 9704): title, text under headings 一、
 * （一） 1. （1）, who issues it and when, and then its tables and a chart. Figures in the text lead to their rows in the table. The same report
 * is the same bytes, whenever it is written.
 */
export async function writeWord(report: WholeReport): Promise<Uint8Array> {
  const { title, say } = report
  const document = new Document({
    title,
    creator: report.issuer ?? '',
    lastModifiedBy: report.issuer ?? '',
    description: say('figuresUntil', { day: report.figures.day }),
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { ...runs.body, language: { value: 'en-GB', eastAsia: 'zh-CN' } },
        },
      },
      // the headings keep their levels for whoever goes by them, and take their looks from the runs
      paragraphStyles: ([1, 2, 3, 4] as const).map((level) => ({
        id: `Heading${level}`,
        name: `heading ${level}`,
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { ...runs[level], color: '000000' },
        paragraph: paragraphs.body,
      })),
    },
    sections: [
      {
        properties: { page },
        footers: { default: pageFooter('right'), even: pageFooter('left') },
        children: [...headOf(report), ...bodyOf(report), ...signatureOf(report), ...appendixOf(report)],
      },
    ],
  })
  return settle(await Packer.toBuffer(document), report.day)
}

function headOf({ title, documentNumber }: WholeReport): readonly Paragraph[] {
  return [
    ...(documentNumber === null
      ? []
      : [
          new Paragraph({
            ...paragraphs.number,
            children: [new TextRun({ ...runs.body, text: documentNumber })],
          }),
        ]),
    new Paragraph({
      ...paragraphs.title,
      heading: HeadingLevel.TITLE,
      children: titleLines(title).map(
        (text, line) => new TextRun({ ...runs.title, text, color: '000000', ...(line > 0 ? { break: 1 } : {}) }),
      ),
    }),
  ]
}

/** The last paragraph stays on the page of the signature: none has nothing but that. */
function bodyOf({ blocks, issuer, date }: WholeReport): readonly Paragraph[] {
  const isSigned = issuer !== null || date !== null
  return blocks.map((block, index) => blockOf(block, isSigned && index === blocks.length - 1))
}

function blockOf(block: Block, keepNext: boolean): Paragraph {
  if (block.kind === 'paragraph')
    return new Paragraph({ ...paragraphs.body, keepNext, children: block.runs.map((run) => runOf(run, 'body')) })
  const { level, number } = block
  return new Paragraph({
    ...paragraphs.body,
    heading: headings[level],
    keepNext: true,
    children: [new TextRun({ ...runs[level], text: number }), ...block.runs.map((run) => runOf(run, level))],
  })
}

function runOf({ text, item }: Run, look: 1 | 2 | 3 | 4 | 'body'): ParagraphChild {
  const run = new TextRun({ ...runs[look], text })
  return item === undefined ? run : new InternalHyperlink({ anchor: anchorOf(item), children: [run] })
}

/** Bookmarks are letters, digits and underscores, and begin with a letter. */
function anchorOf(item: string): string {
  return `item_${Buffer.from(item, 'utf8').toString('hex')}`
}

function signatureOf({ issuer, date }: WholeReport): readonly Paragraph[] {
  const indents = signatureIndents(issuer ?? '', date ?? '')
  const lines = (['issuer', 'date'] as const).flatMap((part) => {
    const text = { issuer, date }[part]
    return text === null ? [] : [{ text, indent: { right: indents[part] * halfCharacter } }]
  })
  return lines.length === 0
    ? []
    : [
        new Paragraph({ ...paragraphs.plain, keepNext: true }),
        ...lines.map(
          ({ text, indent }, index) =>
            new Paragraph({
              ...paragraphs.signature,
              indent,
              keepNext: index < lines.length - 1,
              children: [new TextRun({ ...runs.body, text })],
            }),
        ),
      ]
}

function appendixOf(report: WholeReport): readonly (Paragraph | Table)[] {
  const results = resultsTable(report)
  return [
    ...tableOf(results, true),
    ...chartOf(report),
    ...townTables(report).flatMap((table) => tableOf(table, false)),
  ]
}

function tableOf(table: WordTable, isFirst: boolean): readonly (Paragraph | Table)[] {
  const { caption, heads, rows, items, note } = table
  const widths = columnWidths(table, textWidth)
  const cell = (text: string, column: number, look: 'cell' | 'head', anchor?: string) => {
    const run = new TextRun({ ...runs[look], text })
    const children = [anchor === undefined ? run : new Bookmark({ id: anchor, children: [run] })]
    return new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      margins: { left: 80, right: 80 },
      verticalAlign: VerticalAlign.CENTER,
      children: [new Paragraph({ children })],
    })
  }
  return [
    new Paragraph({
      ...paragraphs.caption,
      pageBreakBefore: isFirst,
      children: [new TextRun({ ...runs.caption, text: caption })],
    }),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: heads.map((head, column) => cell(head, column, 'head')),
        }),
        ...rows.map((row, index) => {
          const item = items?.[index]
          return new TableRow({
            cantSplit: true,
            children: row.map((text, column) =>
              cell(text, column, 'cell', item !== undefined && column === 0 ? anchorOf(item) : undefined),
            ),
          })
        }),
      ],
    }),
    ...(note === undefined ? [] : [new Paragraph({ children: [new TextRun({ ...runs.cell, text: note })] })]),
  ]
}

/** The shares of the targets as bars, the first ones where there are many; it says the same in words. */
function chartOf(report: WholeReport): readonly Paragraph[] {
  const bars = shareBars(report).slice(0, chartedAtMost)
  if (bars.length === 0) return []
  const { say } = report
  const title = say('chart.title')
  const parts = bars.map(({ label, share }) => `${label} ${Math.floor(share * 100)}%`).join('，')
  return [
    // one paragraph, so that no page ends between what the chart is called and the chart
    new Paragraph({
      ...paragraphs.caption,
      keepNext: false,
      keepLines: true,
      children: [
        new TextRun({ ...runs.caption, text: title }),
        new TextRun({ break: 1 }),
        new ChartRun({
          type: 'bar',
          categories: bars.map(({ label }) => label).toReversed(),
          series: [{ name: title, values: bars.map(({ share }) => Math.floor(share * 100)).toReversed() }],
          transformation: { width: 560, height: 60 + bars.length * 26 },
          legend: false,
          altText: { name: title, title, description: say('chart.text', { parts }) },
        }),
      ],
    }),
  ]
}

/** — 1 —, on the outer side of the page. */
function pageFooter(side: 'left' | 'right'): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: side,
        indent: side === 'left' ? { left: 320 } : { right: 320 },
        children: [new TextRun({ ...runs.page, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}
