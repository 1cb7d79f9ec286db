import type { ReportKind } from '../records/report.js'
import type { ReportedItem, ReportFigures } from '../records/report-figures.js'

/** A part of a report before anybody has written in it. */
export interface TemplatePart {
  readonly heading: string
  /** Written once. */
  readonly opening?: readonly string[]
  /** The items that it tells of; without it none. */
  readonly items?: (item: ReportedItem) => boolean
  /** Written for each of them; `N` is the number of the item. */
  readonly sentence?: string
  /** Written where there are none. */
  readonly otherwise?: string
  /** Whether the items stand under the sections of the plan. */
  readonly bySection?: boolean
}

const behind: ReadonlySet<ReportedItem['light']> = new Set(['missed', 'broken', 'far-behind', 'behind'])

/** The parts of a report of each kind, in the order of such documents. */
export const templates: Readonly<Record<ReportKind, readonly TemplatePart[]>> = {
  'year-end': [
    {
      heading: '工作完成情况',
      items: () => true,
      sentence: '{{N 项目}}：目标{{N 目标}}，完成{{N 完成}}，完成率{{N 完成率}}。',
      bySection: true,
    },
    {
      heading: '存在的问题',
      items: ({ light }) => behind.has(light),
      sentence: '{{N 项目}}未达到计划进度，目标{{N 目标}}，完成{{N 完成}}。原因：',
      otherwise: '各项目均达到计划进度。',
    },
    {
      heading: '情况不明的项目',
      items: ({ value }) => value === null,
      sentence: '{{N 项目}}的完成情况{{N 完成}}。',
      otherwise: '没有情况不明的项目。',
    },
    { heading: '下一步工作打算', opening: ['（请填写）'] },
  ],
  'next-year': [
    { heading: '总体要求', opening: ['（请填写）'] },
    { heading: '主要任务', items: () => true, sentence: '{{N 项目}}{{N 目标}}。', bySection: true },
    { heading: '保障措施', opening: ['（请填写）'] },
  ],
}

/** The text that a report begins with: its parts with a sentence for each item that they tell of. */
export function draftNarrative(kind: ReportKind, figures: ReportFigures): string {
  return templates[kind].flatMap((part) => [`# ${part.heading}`, ...linesOf(part, figures)]).join('\n')
}

function linesOf(part: TemplatePart, figures: ReportFigures): readonly string[] {
  const { opening = [], items, sentence = '', otherwise = '', bySection = false } = part
  if (!items)
    return part.heading === '总体要求' && figures.plan.goals !== null ? figures.plan.goals.split('\n') : opening
  const told = figures.items.filter(items)
  const line = ({ number }: ReportedItem) => sentence.replaceAll('N', () => number)
  if (told.length === 0) return [otherwise]
  if (!bySection) return told.map(line)
  const sections = figures.sections.flatMap(({ id, title }) => {
    const those = told.filter(({ section }) => section === id)
    return those.length === 0 ? [] : [`## ${withoutNumber(title)}`, ...those.map(line)]
  })
  const known = new Set(figures.sections.map(({ id }) => id))
  const loose = told.filter(({ section }) => section === null || !known.has(section))
  if (loose.length === 0) return sections
  return [...sections, ...(sections.length === 0 ? [] : ['## 其他项目']), ...loose.map(line)]
}

/** Headings are numbered anew: 一、工作任务 becomes 工作任务. */
function withoutNumber(title: string): string {
  return (
    title
      .replace(
        /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、]|第[一二三四五六七八九十]+[章节部分]+\s*)/,
        '',
      )
      .trim() || title
  )
}
