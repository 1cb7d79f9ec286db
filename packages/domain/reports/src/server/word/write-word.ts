import {
  AlignmentType,
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
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { ChartRun } from 'docx/charts'
import type { Block, Run } from '../../contract/index.js'
import { resultsTable, shareBars, townTables, type WordTable } from '../tables.js'
import type { WholeReport } from '../whole-report.js'
import { settle } from './settle.js'
import { page, paragraphs, runs } from './typography.js'

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
  const { locale, title, say } = report
  const document = new Document({
    title,
    creator: report.issuer ?? '',
    lastModifiedBy: report.issuer ?? '',
    description: say('figuresUntil', { day: report.figures.day }),
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { ...runs.body, language: { value: locale === 'en' ? 'en-GB' : 'zh-CN', eastAsia: 'zh-CN' } },
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
        children: [...headOf(report), ...report.blocks.map(blockOf), ...signatureOf(report), ...appendixOf(report)],
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
            ...paragraphs.plain,
            alignment: 'center',
            children: [new TextRun({ ...runs.body, text: documentNumber })],
          }),
        ]),
    new Paragraph({
      ...paragraphs.title,
      heading: HeadingLevel.TITLE,
      children: [new TextRun({ ...runs.title, text: title, color: '000000' })],
    }),
  ]
}

function blockOf(block: Block): Paragraph {
  if (block.kind === 'paragraph')
    return new Paragraph({ ...paragraphs.body, children: block.runs.map((run) => runOf(run, 'body')) })
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
  const lines = [issuer, date].filter((line) => line !== null)
  return lines.length === 0
    ? []
    : [
        new Paragraph(paragraphs.plain),
        ...lines.map(
          (text) => new Paragraph({ ...paragraphs.signature, children: [new TextRun({ ...runs.body, text })] }),
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

function tableOf({ caption, heads, rows, items, note }: WordTable, isFirst: boolean): readonly (Paragraph | Table)[] {
  const cell = (text: string, look: 'cell' | 'head', anchor?: string) => {
    const run = new TextRun({ ...runs[look], text })
    const children = [anchor === undefined ? run : new Bookmark({ id: anchor, children: [run] })]
    return new TableCell({ margins: { left: 80, right: 80 }, children: [new Paragraph({ children })] })
  }
  return [
    new Paragraph({
      ...paragraphs.caption,
      pageBreakBefore: isFirst,
      children: [new TextRun({ ...runs.caption, text: caption })],
    }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: heads.map((head) => cell(head, 'head')) }),
        ...rows.map((row, index) => {
          const item = items?.[index]
          return new TableRow({
            cantSplit: true,
            children: row.map((text, column) =>
              cell(text, 'cell', item !== undefined && column === 0 ? anchorOf(item) : undefined),
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
    new Paragraph({ ...paragraphs.caption, children: [new TextRun({ ...runs.caption, text: title })] }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [
        new ChartRun({
          type: 'bar',
          categories: bars.map(({ label }) => label).toReversed(),
          series: [{ name: title, values: bars.map(({ share }) => Math.floor(share * 100)).toReversed() }],
          transformation: { width: 560, height: 60 + bars.length * 26 },
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
