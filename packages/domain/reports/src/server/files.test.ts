import { openSheet, readRows, textOf } from '@opendpf/sheets'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { draftNarrative } from '../contract/index.js'
import { sampleFigures } from '../testing/sample-figures.js'
import { wholeReport } from './whole-report.js'
import { writeWord } from './word/write-word.js'
import { writePage } from './write-page.js'
import { writeWorkbook } from './write-workbook.js'

const figures = sampleFigures()
const row = {
  title: '2026年度残疾人工作总结',
  documentNumber: '示残联〔2026〕8号',
  issuer: '示范县残疾人联合会',
  issuedOn: '2026-12-31',
  figuresOn: '2026-12-31',
  narrative: draftNarrative('year-end', figures),
  figures,
} as Parameters<typeof wholeReport>[0]
const whole = wholeReport(row, 'zh-CN')
const partsOf = async () => {
  const parts = unzipSync(await writeWord(whole))
  return (name: string) => strFromU8(parts[name] ?? new Uint8Array())
}

describe('the Word document', () => {
  it('is the same bytes whenever it is written', async () => {
    const first = await writeWord(whole)
    await new Promise((resolve) => setTimeout(resolve, 2100))
    expect(Buffer.from(await writeWord(whole)).equals(Buffer.from(first))).toBe(true)
    expect(Buffer.from(await writeWord({ ...whole, title: '另一份' })).equals(Buffer.from(first))).toBe(false)
  })

  it('has the order and the faces of official documents, with what stands in for them', async () => {
    const part = await partsOf()
    const document = part('word/document.xml')
    const words = document.replaceAll(/<[^>]+>/g, '|')
    const order = [
      '示残联〔2026〕8号',
      '2026年度残疾人工作总结',
      '一、',
      '（一）',
      '示范县残疾人联合会',
      '二〇二六年十二月三十一日',
      '计划完成情况表',
    ]
    const places = order.map((text) => words.indexOf(text))
    expect(
      places.every((place, index) => place > (places[index - 1] ?? -1)),
      places.join(),
    ).toBe(true)
    for (const face of ['方正小标宋简体', '黑体', '楷体_GB2312', '仿宋_GB2312']) {
      expect(document + part('word/styles.xml')).toContain(`w:eastAsia="${face}"`)
      expect(part('word/fontTable.xml')).toContain(`<w:font w:name="${face}"><w:altName`)
    }
    expect(document).toContain('<w:pStyle w:val="Heading1"/>')
    expect(document).toContain('<w:tblHeader/>')
    expect(document).toMatch(/<w:pgMar [^>]*w:top="2098"/)
    expect(part('word/footer1.xml')).toContain('PAGE')
  })

  it('keeps numbers, captions and the signature with what they belong to, and columns as wide as their words', async () => {
    const document = (await partsOf())('word/document.xml')
    const paragraphs = document.match(/<w:p>.*?<\/w:p>/g) ?? []
    const signed = paragraphs.findIndex((text) => text.includes('二〇二六年十二月三十一日'))
    const kept = paragraphs.slice(signed - 3, signed + 1).map((text) => text.includes('<w:keepNext/>'))
    // the last words, an empty line and who issues it stay with the date
    expect(kept).toEqual([true, true, true, false])
    expect(paragraphs.find((text) => text.includes('各项目完成率'))).toContain('<wp:inline')
    const [number = 0, item = 0] = [...document.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
    expect(item).toBeGreaterThan(number)
  })

  it('leads from each figure to its row, and says its chart in words', async () => {
    const document = (await partsOf())('word/document.xml')
    const anchors = [...document.matchAll(/w:anchor="(item_[0-9a-f]+)"/g)].map(([, anchor]) => anchor)
    const marks = new Set(
      [...document.matchAll(/<w:bookmarkStart[^>]*w:name="(item_[0-9a-f]+)"/g)].map(([, mark]) => mark),
    )
    expect(anchors.length).toBeGreaterThan(5)
    expect(anchors.every((anchor) => marks.has(anchor))).toBe(true)
    expect(document).toMatch(/<wp:docPr [^>]*descr="柱形图：1\.1 职业技能培训 104%/)
  })
})

describe('every file', () => {
  it('hides what is of few people, and says what is not known', async () => {
    const page = await writePage(whole)
    const word = (await partsOf())('word/document.xml').replaceAll(/<[^>]+>/g, '|')
    const book = await openSheet(await writeWorkbook(whole), { name: 'a.xlsx' })
    const rows: string[] = []
    for await (const { cells } of readRows(book, '分乡镇统计表')) rows.push(cells.map(textOf).join(' '))
    expect(rows.find((line) => line.startsWith('石桥镇'))).toBe('石桥镇 不公布 10 2')
    expect(rows.find((line) => line.startsWith('城关街道'))).toBe('城关街道 300 不明 98')
    expect(rows.at(-1)).toBe('总计 312 31 不明')
    expect(page).toContain('<th scope="row">石桥镇</th><td>不公布</td><td>10</td>')
    expect(word).toContain('不公布')
    for (const text of [page, word]) expect(text).toContain('不明（尚未统计）')
  })

  it('of the page has headings in their order, captions, and links of figures', async () => {
    const page = await writePage({ ...whole, title: '<b>总结</b>' })
    expect(page).toContain('<h1>&lt;b&gt;总结&lt;/b&gt;</h1>')
    const levels = [...page.matchAll(/<h([1-6])>/g)].map(([, level]) => Number(level))
    expect(levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1)).toBe(true)
    expect(page).toContain('<html lang="zh-CN">')
    expect(page).toContain('href="/p/figures/figure?indicator=training.attendances&amp;division=990121000000')
    expect(page).toContain('<caption>计划完成情况表</caption>')
    expect(page).toMatch(/<svg role="img" aria-label="柱形图/)
  })
})
