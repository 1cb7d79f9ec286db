import { describe, expect, it } from 'vitest'
import { componentsWidget } from './components-widget.js'

describe('disabilities in words', () => {
  it('are read like on the certificate, in both languages', () => {
    const value = [
      { category: '1', grade: '1' },
      { category: '2', grade: '3' },
    ]
    expect(componentsWidget.show(value, 'zh-CN')).toBe('视力残疾一级、听力残疾三级')
    expect(componentsWidget.show(value, 'en')).toBe('Visual, grade 1; Hearing, grade 3')
  })

  it('are nothing where nothing is known', () => {
    for (const value of [null, undefined, '', [], [{ category: '7', grade: '1' }]])
      expect(componentsWidget.show(value, 'zh-CN')).toBe('')
  })
})
