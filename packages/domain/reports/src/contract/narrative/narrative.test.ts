import { fc, it } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { sampleFigures } from '../../testing/sample-figures.js'
import { contentOf } from '../content/content.js'
import { reportKinds } from '../records/report.js'
import { figureWords, readNarrative } from './narrative.js'
import { draftNarrative } from './templates.js'

const figures = sampleFigures()
const items = new Set(figures.items.map(({ number }) => number))
const textOf = (narrative: string) =>
  contentOf(narrative, figures, 'zh-CN').map((block) =>
    [block.kind === 'heading' ? block.number : '', ...block.runs.map(({ text }) => text)].join(''),
  )

describe('the text of a report', () => {
  it('numbers its headings as official documents do', () => {
    expect(textOf('# 甲\n## 乙\n## 丙\n### 丁\n#### 戊\n# 己\n## 庚\n正文')).toEqual([
      ...['一、甲', '（一）乙', '（二）丙', '1.丁', '（1）戊', '二、己', '（一）庚', '正文'],
    ])
  })

  it('has its figures in it, with their units; what is not known is said to be so', () => {
    expect(
      textOf('{{1.1 项目}}目标{{1.1 目标}}，完成{{1.1 完成}}（{{1.1 完成率}}）；{{2.1 title}}{{2.1 result}}'),
    ).toEqual(['职业技能培训目标不少于300人，完成312人（104%）；就业率不明（尚未统计）'])
  })

  it('refuses what it cannot read, and says where', () => {
    const problems = (text: string) => readNarrative(text, items).problems
    expect(problems('甲\n{{9.9 完成}}')).toEqual([{ line: 2, problem: 'item', what: '9.9' }])
    expect(problems('{{1.1 多少}}')).toEqual([{ line: 1, problem: 'placeholder', what: '{{1.1 多少}}' }])
    expect(problems('{{1.1}}')).toMatchObject([{ problem: 'placeholder' }])
    expect(problems('完成{{1.1 完成')).toMatchObject([{ problem: 'placeholder' }])
    expect(problems('# 甲\n### 乙')).toMatchObject([{ line: 2, problem: 'level' }])
  })

  it.prop([
    fc.array(fc.oneof(fc.constantFrom('{{1.1 完成}}', '# ', '## ', '\n', '{{'), fc.string({ maxLength: 8 })), {
      maxLength: 20,
    }),
  ])('reads every text, and loses no word of one without problems', (parts) => {
    const text = parts.join('')
    const { lines, problems } = readNarrative(text, items)
    if (problems.length > 0) return
    const words = lines.flatMap(({ pieces }) => pieces.map((piece) => ('text' in piece ? piece.text : '')))
    const plain = (all: string) => all.replaceAll(/\s/g, '')
    expect(plain(words.join(''))).toBe(
      plain(
        text
          .split('\n')
          .map((line) => line.trim().replace(/^#{1,4}\s+/, ''))
          .join('')
          .replaceAll(/\{\{[^{}]*\}\}/g, ''),
      ),
    )
  })
})

describe('a draft', () => {
  it.each(reportKinds)('of a %s can be read, names every item, and has no figure typed into it', (kind) => {
    const draft = draftNarrative(kind, figures)
    const { problems, lines } = readNarrative(draft, items)
    expect(problems).toEqual([])
    const named = lines.flatMap(({ pieces }) => pieces.flatMap((piece) => ('item' in piece ? [piece.item] : [])))
    expect(new Set(named)).toEqual(items)
    expect(draft.replaceAll(/\{\{[^{}]*\}\}/g, '')).not.toMatch(/\d/)
    expect(figureWords).toContain('result')
  })

  it('names what was missed among the problems, and takes the number of a section off', () => {
    const text = textOf(draftNarrative('year-end', figures))
    expect(text.slice(0, 2)).toEqual(['一、工作完成情况', '（一）就业和托养'])
    expect(text).toContain('托养入住未达到计划进度，目标不少于50人，完成31人。原因：')
    expect(text).toContain('（二）其他项目')
    expect(textOf(draftNarrative('next-year', figures))[1]).toBe('为民解困')
  })
})
