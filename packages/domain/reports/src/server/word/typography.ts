import type { IParagraphOptions, IRunOptions } from 'docx'

/** Two in one point, as Word counts sizes. */
const points = (size: number) => size * 2
const millimetres = (length: number) => Math.round((length / 25.4) * 1440)

/** The sizes of Chinese type: 二号, 三号, 四号, 小四. */
const size = { second: points(22), third: points(16), fourth: points(14), smallFourth: points(12) } as const

const latin = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman' } as const
const face = (eastAsia: string) => ({ ...latin, eastAsia })

/** The faces of official documents, each with the one that a computer without it has. */
const faces = {
  title: '方正小标宋简体',
  first: '黑体',
  second: '楷体_GB2312',
  body: '仿宋_GB2312',
  plain: '宋体',
} as const

/** What stands in for a face, in order: the font table of the document names them. */
export const fallbacks: Readonly<Record<string, readonly string[]>> = {
  [faces.title]: ['FZXiaoBiaoSong-B05S', '华文中宋', '宋体', 'Noto Serif CJK SC'],
  [faces.first]: ['SimHei', 'Noto Sans CJK SC'],
  [faces.second]: ['楷体', 'KaiTi', 'Noto Serif CJK SC'],
  [faces.body]: ['仿宋', 'FangSong', 'Noto Serif CJK SC'],
  [faces.plain]: ['SimSun', 'Noto Serif CJK SC'],
}

/** The page of an official document (GB/T 9704): 22 lines of 28 characters in 156 by 225 millimetres. */
export const page = {
  size: { width: millimetres(210), height: millimetres(297) },
  margin: {
    top: millimetres(37),
    bottom: millimetres(35),
    left: millimetres(28),
    right: millimetres(26),
    footer: millimetres(25),
  },
} as const

/** How wide what stands on a page is, in twentieths of a point: 28 characters. */
export const textWidth = page.size.width - page.margin.left - page.margin.right

/** Half a character of the body, in twentieths of a point. */
export const halfCharacter = size.third * 5

/** 28 points from line to line, whatever stands in it. */
const lines = { line: points(14) * 20, lineRule: 'exact' } as const

export const runs = {
  title: { font: face(faces.title), size: size.second },
  1: { font: face(faces.first), size: size.third },
  2: { font: face(faces.second), size: size.third },
  3: { font: face(faces.body), size: size.third, bold: true },
  4: { font: face(faces.body), size: size.third },
  body: { font: face(faces.body), size: size.third },
  caption: { font: face(faces.first), size: size.fourth },
  cell: { font: face(faces.body), size: size.smallFourth },
  head: { font: face(faces.first), size: size.smallFourth },
  page: { font: face(faces.plain), size: size.fourth },
} as const satisfies Readonly<Record<string, IRunOptions>>

/** Two characters of the body before the first line. */
const indent = { firstLineChars: 200, firstLine: size.third * 20 } as const

export const paragraphs = {
  title: { alignment: 'center', spacing: { ...lines, line: points(16) * 20, after: points(14) * 10 } },
  body: { alignment: 'both', spacing: lines, indent },
  plain: { spacing: lines },
  /** The number of the document, with two empty lines between it and the title. */
  number: { alignment: 'center', spacing: { ...lines, after: lines.line * 2 } },
  caption: { alignment: 'center', spacing: { before: 240, after: 120 }, keepNext: true },
  /** The name of whoever issues it and the day below it stand right. */
  signature: { alignment: 'right', spacing: lines, keepLines: true },
} as const satisfies Readonly<Record<string, IParagraphOptions>>
