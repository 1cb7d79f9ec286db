import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { defineMessages, describeIssue, interpolate, messageOf, negotiateLocale } from './index.js'

describe('messages', () => {
  it('refuses, at compile time, an English table that lacks a key', () => {
    // @ts-expect-error the key `b` is missing in English
    defineMessages({ 'zh-CN': { a: '甲', b: '乙' }, en: { a: 'A' } })
  })

  it('leaves a parameter that was not given visible', () => {
    expect(interpolate('共 {{count}} 条，{{what}}', { count: 3 })).toBe('共 3 条，{{what}}')
  })

  it('throws for a key that nobody wrote', () => {
    expect(() =>
      messageOf(defineMessages({ 'zh-CN': { a: '甲' }, en: { a: 'A' } }) as never, 'en', 'nope' as never),
    ).toThrow('nope')
  })

  it.each([
    ['zh', 'zh-CN'],
    ['en-GB,en;q=0.9', 'en'],
    ['fr, en;q=0.5', 'en'],
    ['fr', 'zh-CN'],
    [undefined, 'zh-CN'],
  ])('reads the wish %s as %s', (wish, locale) => expect(negotiateLocale(wish)).toBe(locale))
})

describe('validation texts', () => {
  const schema = z.strictObject({
    name: z.string().min(1).max(3),
    count: z.number().int().max(5),
    kind: z.enum(['a', 'b']),
    day: z.iso.date(),
  })
  const say = (value: unknown) => {
    const result = schema.safeParse(value)
    return result.success
      ? []
      : result.error.issues.map(
          (issue) =>
            describeIssue(
              { ...issue, input: (value as never)[issue.path[0] as never] } as never,
              String(issue.path[0] ?? 'x'),
              'zh-CN',
            ).message,
        )
  }

  it('never shows the words of a developer', () => {
    for (const sentence of say({ name: 'abcd', count: 9, kind: 'c', day: '2024-02-30', more: 1 }))
      expect(sentence).not.toMatch(/string|expected|期望|>=|<=/)
  })

  it('says what to do', () => {
    expect(say({ name: '', count: 9, kind: 'c', day: 'x' })).toEqual([
      '请填写name',
      'count不能大于 5',
      '请选择kind',
      'day应为日期，如 2024-05-06',
    ])
    expect(say({ count: 1.5, kind: 'a', day: '2024-05-06' })).toEqual(['请填写name', 'count应为整数'])
  })
})
