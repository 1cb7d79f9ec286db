import { optional } from '@opendpf/kit'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { plainWidget } from './plain-widgets.js'

describe('a list of texts', () => {
  const texts = z.array(z.string().max(5)).min(1)

  it('is told from other structures', () => {
    expect(plainWidget(texts)).toBeDefined()
    expect(plainWidget(z.array(z.string()).nullable())).toBe(plainWidget(texts))
    expect(plainWidget(optional(texts))).toBe(plainWidget(texts))
    expect(plainWidget(z.array(z.number()))).toBeUndefined()
    expect(plainWidget(z.object({ names: z.array(z.string()) }))).toBeUndefined()
    expect(plainWidget(z.string())).toBeUndefined()
  })

  it('is shown as words, not as code', () => {
    expect(plainWidget(texts)?.show(['persons.*', '*'], 'zh-CN')).toBe('persons.*、*')
    expect(plainWidget(texts)?.show(null, 'en')).toBe('')
  })
})

describe('a number', () => {
  it('is drawn by the platform, and shown with its thousands', () => {
    expect(plainWidget(optional(z.number().min(0)))).toBe(plainWidget(z.number()))
    expect(plainWidget(z.number())?.show(1234.5, 'zh-CN')).toBe('1,234.5')
    expect(plainWidget(z.number())?.show(null, 'zh-CN')).toBe('')
  })
})
