/** The looks a written cell can have; the position is the index in the style sheet. */
export const cellStyles = [
  'plain',
  'date',
  'dateTime',
  'text',
  'guardedText',
  'heading',
  'requiredHeading',
  'title',
  'wrapped',
  'problem',
  'flagged',
  'flaggedDate',
] as const

export type CellStyle = (typeof cellStyles)[number]

/** The index of a style in the style sheet. */
export const styleIndex = Object.fromEntries(cellStyles.map((style, index) => [style, index])) as Readonly<
  Record<CellStyle, number>
>

const dateFormat = 164
const dateTimeFormat = 165
const textFormat = 49

const top = '<alignment vertical="top"/>'
const wrap = '<alignment vertical="top" wrapText="1"/>'
const middle = '<alignment horizontal="center" vertical="center" wrapText="1"/>'

interface Look {
  readonly format?: number
  readonly font?: number
  readonly fill?: number
  readonly border?: number
  readonly quotePrefix?: boolean
  readonly alignment?: string
}

const looks: Readonly<Record<CellStyle, Look>> = {
  plain: {},
  date: { format: dateFormat },
  dateTime: { format: dateTimeFormat },
  text: { format: textFormat },
  guardedText: { format: textFormat, quotePrefix: true },
  heading: { font: 1, fill: 2, border: 1, alignment: middle, format: textFormat },
  requiredHeading: { font: 2, fill: 2, border: 1, alignment: middle, format: textFormat },
  title: { font: 3, format: textFormat },
  wrapped: { format: textFormat, alignment: wrap },
  problem: { font: 4, format: textFormat, alignment: wrap },
  flagged: { fill: 3, format: textFormat, alignment: top },
  flaggedDate: { fill: 3, format: dateFormat, alignment: top },
}

function formatOf(look: Look): string {
  const flags = look.quotePrefix ? ' quotePrefix="1"' : ''
  const attributes = `numFmtId="${look.format ?? 0}" fontId="${look.font ?? 0}" fillId="${look.fill ?? 0}" borderId="${look.border ?? 0}" xfId="0"`
  const applied = ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"'
  return `<xf ${attributes}${flags}${applied}>${look.alignment ?? ''}</xf>`
}

const font = (inner: string) => `<font>${inner}<name val="等线"/><family val="2"/></font>`
const fill = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`
const thin = (side: string) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`

/** The style sheet that all our workbooks share. */
export const styleSheet = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  `<numFmts count="2"><numFmt numFmtId="${dateFormat}" formatCode="yyyy\\-mm\\-dd"/>`,
  `<numFmt numFmtId="${dateTimeFormat}" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>`,
  '<fonts count="5">',
  font('<sz val="11"/>'),
  font('<b/><sz val="11"/>'),
  font('<b/><sz val="11"/><color rgb="FFC00000"/>'),
  font('<b/><sz val="14"/>'),
  font('<sz val="11"/><color rgb="FFC00000"/>'),
  '</fonts>',
  '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  fill('FFDDEBF7'),
  fill('FFFFF2CC'),
  '</fills>',
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border>${thin('left')}${thin('right')}${thin('top')}${thin('bottom')}<diagonal/></border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="${cellStyles.length}">${cellStyles.map((style) => formatOf(looks[style])).join('')}</cellXfs>`,
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('')
