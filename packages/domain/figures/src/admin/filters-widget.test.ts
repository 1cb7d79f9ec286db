import { createRegistry } from '@opendpf/kit'
import { describe, expect, it } from 'vitest'
import { figures } from '../contract/index.js'
import { clinic } from '../testing/clinic.js'
import { filtersWidget } from './filters-widget.js'

const registry = createRegistry([figures, clinic] as unknown as Parameters<typeof createRegistry>[0])
const shown = (filters: object, locale: 'zh-CN' | 'en') =>
  filtersWidget.show(filters, locale, { fields: { indicator: 'clinic.patients' }, registry })

describe('what a frozen figure is narrowed to', () => {
  it('is told in the words of its dimensions, in both languages', () => {
    expect(shown({ sex: ['1', '2'] }, 'zh-CN')).toMatch(/^性别：男.*、女.*$/)
    expect(shown({ sex: ['2'] }, 'en')).toMatch(/^性别: Female$/)
  })

  it('is everything where it is narrowed to nothing, and never hides what is not known any more', () => {
    expect(shown({}, 'zh-CN')).toBe('全部')
    expect(shown({ gone: ['x'], sex: ['9x'] }, 'zh-CN')).toContain('gone：x')
    expect(shown({ sex: ['9x'] }, 'zh-CN')).toContain('9x')
  })
})
