import { describe, expect, it } from 'vitest'
import { boxes, documentTreeOf, fields, filled, label, paragraph, plainOf, strong, table, value } from '../index.js'

describe('a form’s table', () => {
  it('takes rows that fill its columns, with cells that cover several', () => {
    const rows = [
      [label('姓名'), value('示例'), value('照片', { rows: 3 })],
      [label('地址', { rows: 2 }), value('上')],
      [value('下')],
      [label('备注'), value('无', { columns: 2 })],
    ]
    expect(fields({ label: '表', widths: [1, 1, 1], rows }).rows).toHaveLength(4)
  })

  it.each([
    ['too few cells', [[label('姓名'), value('示例')]]],
    ['too many cells', [[label('姓名'), value('示例'), value(''), value('')]]],
    ['too many cells', [[label('姓名'), value('示例', { columns: 3 })]]],
    ['too few cells', [[label('甲', { rows: 2 }), value(''), value('')], [value('')]]],
  ])('names a row with %s', (problem, rows) => {
    expect(() => fields({ label: '表', widths: [1, 1, 1], rows })).toThrow(problem)
  })
})

it('a list names a row that does not fill its columns', () => {
  const columns = [
    { heading: '序号', width: 1 },
    { heading: '姓名', width: 2 },
  ]
  expect(() => table({ label: '名单', columns, rows: [['1', '甲'], ['2']] })).toThrow('row 2')
})

it('boxes tick the value that was chosen, and none for nothing', () => {
  const choices = [
    ['a', '窗口'],
    ['b', '网上'],
  ] as const
  expect(plainOf(boxes(choices, 'b'))).toBe('☐窗口　☑网上')
  expect(plainOf(boxes(choices, null))).toBe('☐窗口　☐网上')
})

it('a text is read as it is drawn', () => {
  expect(plainOf(['请于', filled(null), strong('补齐')])).toBe('请于补齐')
})

it('a document with a kind of block that there is not is refused, and the kind named', () => {
  const good = { title: '样张', body: [paragraph('好')] }
  expect(documentTreeOf(good)).toBe(good)
  expect(() => documentTreeOf({ title: '样张', body: [{ kind: 'video' }] })).toThrow('video')
})
