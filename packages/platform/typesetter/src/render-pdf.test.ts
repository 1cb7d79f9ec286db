import { fc, test as property } from '@fast-check/vitest'
import {
  a4,
  boxes,
  type DocumentTree,
  fields,
  filled,
  heading,
  label,
  letterhead,
  numbered,
  paragraph,
  picture,
  seal,
  signatures,
  strong,
  table,
  title,
  value,
} from '@opendpf/documents'
import { expect, test } from 'vitest'
import { renderPdf, UndrawableTextError, undrawableIn } from './index.js'
import { openPdf } from './testing/index.js'

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** One of everything. */
const everything: DocumentTree = {
  title: '样张',
  body: [
    letterhead({ office: '示例县残疾人联合会', number: '示残联〔2026〕7号' }),
    title('关于办理事项的告知书', '编号：990121-7'),
    heading('一、基本情况'),
    paragraph(['请于', filled('二〇二六年', 40), '前', strong('补齐'), '，逾期', filled(''), '办理。']),
    numbered(['身份证', '户口簿']),
    fields({
      label: '申请人',
      widths: [1, 2, 1],
      rows: [
        [label('姓名'), value('欧阳示例'), value('照片', { rows: 2, align: 'centre' })],
        [
          label('渠道'),
          value(
            boxes(
              [
                ['a', '窗口'],
                ['b', '网上'],
              ],
              'b',
            ),
          ),
        ],
        [label('意见'), value('同意', { columns: 2, height: 25, foot: ['签字：　　　年　月　日'] })],
      ],
    }),
    table({
      label: '名单',
      columns: [
        { heading: '序号', width: 1, align: 'centre' },
        { heading: '姓名', width: 3 },
      ],
      rows: [['1', '示例甲']],
    }),
    picture({ format: 'png', bytes: dot, alt: '示例图', width: 5 }),
    seal({ office: '示例县残疾人联合会', date: '二〇二六年六月十五日', note: '（盖章）' }),
    signatures(['受理人：', '领取人：']),
  ],
}

test('everything that stands in a tree stands on the page', async () => {
  const { bytes, pages } = await renderPdf([everything])
  const pdf = await openPdf(bytes)
  expect(pages).toBe(pdf.pages.length)
  const text = pdf.text.replace(/\s/g, '')
  for (const words of [
    '示例县残疾人联合会',
    '示残联〔2026〕7号',
    '关于办理事项的告知书',
    '编号：990121-7',
    '一、基本情况',
    '请于二〇二六年前补齐，逾期办理。',
    '户口簿',
    '欧阳示例',
    '☐窗口☑网上',
    '签字：年月日',
    '示例甲',
    '二〇二六年六月十五日',
    '第1页共1页',
  ])
    expect(text).toContain(words)
})

test('a screen reader finds the title, the language and the structure', async () => {
  const { bytes } = await renderPdf([everything])
  const raw = Buffer.from(bytes).toString('latin1')
  expect(raw).toMatch(/\/Lang ?\(zh-CN\)/i)
  expect(raw).toContain('/DisplayDocTitle true')
  expect(raw).toContain('pdfuaid:part')
  for (const tag of ['/H1', '/H2', '/P', '/Table', '/TH', '/TD', '/Figure', '/L']) expect(raw).toContain(tag)
})

test('the same trees give the same bytes, whatever was laid out between', async () => {
  const first = await renderPdf([everything])
  for (let other = 0; other < 6; other++) await renderPdf([{ title: '别的', body: [paragraph(`第${other}次`)] }])
  const second = await renderPdf([everything])
  expect(Buffer.compare(second.bytes, first.bytes)).toBe(0)
})

test('a preview says on every page that it is one', async () => {
  const tree: DocumentTree = { title: '两页', body: [paragraph('一'), { kind: 'break' }, paragraph('二')] }
  const { bytes } = await renderPdf([tree], { watermark: '预览' })
  const pdf = await openPdf(bytes)
  expect(pdf.pages).toHaveLength(2)
  for (const page of pdf.pages) expect(page.text).toContain('预览')
})

test('many documents in one file count their pages each by itself', async () => {
  const long: DocumentTree = { title: '长', body: [paragraph('甲'), { kind: 'break' }, paragraph('乙')] }
  const short: DocumentTree = { title: '短', pages: 1, body: [paragraph('丙')] }
  const { bytes } = await renderPdf([long, short, long])
  const feet = (await openPdf(bytes)).pages.map(({ text }) => /第\d+页\s*共\d+页/.exec(text)?.[0].replace(/\s/g, ''))
  expect(feet).toEqual(['第1页共2页', '第2页共2页', '第1页共1页', '第1页共2页', '第2页共2页'])
})

test('rare characters and the dot of a name are drawn', async () => {
  const names = ['𠮷野', '𬍛', '㛃', '阿卜杜拉·买买提', '𫖯', '䶮', '𡈼', '𪚥', '𬱖', '𫇭', '龘', '〇', '邓䴖']
  expect(undrawableIn(names.join(''))).toEqual([])
  const body = [title(names.join('，')), heading(names.join('，')), paragraph(strong(names.join('，')))]
  const { bytes } = await renderPdf([{ title: '生僻字', body: [...body, paragraph(names.join('，'))] }])
  const pdf = await openPdf(bytes)
  const text = pdf.text.replace(/\s/g, '')
  for (const name of names) expect(text.split(name)).toHaveLength(5)
  expect(Buffer.from(bytes).toString('latin1')).not.toContain('.notdef')
})

test('a character that no font has is named and not left out', async () => {
  const tree: DocumentTree = { title: '缺字', body: [paragraph('张\u{31350}')] }
  await expect(renderPdf([tree])).rejects.toThrow(UndrawableTextError)
  await expect(renderPdf([tree])).rejects.toMatchObject({ characters: ['\u{31350} U+31350'] })
})

test('a table that is longer than a page says its headings on each', async () => {
  const rows = Array.from({ length: 90 }, (_, index) => [String(index + 1), `示例${index + 1}号村民`])
  const { bytes } = await renderPdf([
    {
      title: '名单',
      body: [
        table({
          label: '名单',
          columns: [
            { heading: '序号', width: 1 },
            { heading: '姓名', width: 4 },
          ],
          rows,
        }),
      ],
    },
  ])
  const pdf = await openPdf(bytes)
  expect(pdf.pages.length).toBeGreaterThan(1)
  for (const page of pdf.pages) expect(page.text).toContain('序号')
  const text = pdf.text.replace(/\s/g, '')
  for (const [, name] of rows) expect(text).toContain(name)
})

const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((point) => String.fromCodePoint(point))
const latin = fc.constantFrom(...'ABCXYZ0123456789')
const words = (most: number) =>
  fc.oneof(
    fc.array(han, { minLength: 1, maxLength: most }).map((all) => all.join('')),
    fc.array(latin, { minLength: 1, maxLength: most }).map((all) => all.join('')),
  )

property.prop([words(40), words(200)], { numRuns: 25 })(
  'names of 1 to 40 characters and long addresses wrap in their cells, whole and within the paper',
  async (name, address) => {
    const tree: DocumentTree = {
      title: '长值',
      body: [
        fields({
          label: '长值',
          widths: [1, 1.3, 1, 1],
          rows: [
            [label('姓名'), value(name), label('性别'), value('女')],
            [label('地址'), value(address, { columns: 3 })],
          ],
        }),
      ],
    }
    const { bytes } = await renderPdf([tree])
    const pdf = await openPdf(bytes)
    const text = pdf.text.replace(/[\s\u200b\u00ad\ufffe]/g, '')
    expect(text).toContain(name)
    expect(text).toContain(address)
    const { width, margin } = a4
    const points = (millimetres: number) => (millimetres / 25.4) * 72
    for (const { left, right } of pdf.pages.flatMap(({ inks }) => inks)) {
      expect(left).toBeGreaterThanOrEqual(points(margin.inside) - 1)
      expect(right).toBeLessThanOrEqual(points(width - margin.outside) + 1)
    }
  },
)
