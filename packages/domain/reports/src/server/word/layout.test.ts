import { fc, it } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { columnWidths, signatureIndents, titleLines, widthOf } from './layout.js'

const signs = fc.constantFrom(...'示范县残疾人联合会关于开展年度工作总结的报告2026 ')

describe('the title', () => {
  it('stays in one line where it fits', () => {
    expect(titleLines('2026年度残疾人工作总结')).toEqual(['2026年度残疾人工作总结'])
  })

  it('is parted between words, in lines of about one length', () => {
    const lines = titleLines('示范县残疾人联合会2026年度残疾人工作总结')
    expect(lines).toHaveLength(2)
    expect(lines.join('')).toBe('示范县残疾人联合会2026年度残疾人工作总结')
    const [first = '', second = ''] = lines
    expect(Math.abs(widthOf(first) - widthOf(second))).toBeLessThanOrEqual(8)
    expect(second).not.toMatch(/^(合会|疾人|人)/)
  })

  it.prop([fc.array(signs, { minLength: 1, maxLength: 90 })])(
    'keeps all of its characters, and no line is wider than the page',
    (chosen) => {
      const title = chosen.join('').trim()
      const lines = titleLines(title)
      expect(lines.join('').replaceAll(' ', '')).toBe(title.replaceAll(' ', ''))
      expect(lines.slice(0, -1).every((line) => widthOf(line) <= 38)).toBe(true)
    },
  )
})

it('columns share the width out by what stands in them', () => {
  const table = { heads: ['序号', '项目'], rows: [['1.1', '残疾人职业技能培训']] }
  const [number = 0, item = 0] = columnWidths(table, 8000)
  expect(item).toBeGreaterThan(2 * number)
  expect(number + item).toBeLessThanOrEqual(8000)
  expect(number + item).toBeGreaterThan(7990)
  const [short = 0, long = 0] = columnWidths({ heads: ['责任单位', '项目'], rows: [['就业股', '培训']] }, 8000)
  expect(short).toBeGreaterThan(long)
})

it('the name of who issues it stands in the middle above the date, and both within the page', () => {
  // 9 characters above 11: one character further in
  expect(signatureIndents('示范县残疾人联合会', '二〇二六年十二月三十日')).toEqual({ issuer: 10, date: 8 })
  const long = signatureIndents('某某某某某市示范县残疾人联合会办公室文件处', '二〇二六年一月一日')
  expect(long.issuer).toBe(4)
  expect(long.date).toBeGreaterThan(8)
})
