import { describe, expect, it } from 'vitest'
import { errorOf, errorTexts, OpenDpfError, problemOf, statusOf } from './index.js'

describe('problem documents', () => {
  it('says the same in both languages, with every parameter filled in', () => {
    for (const code of Object.keys(statusOf) as (keyof typeof statusOf)[]) {
      const names = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort()
      expect(names(errorTexts.en[code].detail)).toEqual(names(errorTexts['zh-CN'][code].detail))
      expect(errorTexts['zh-CN'][code].title).toMatch(/[\u4e00-\u9fff]/)
    }
  })

  it('carries field problems and survives the wire', () => {
    const error = new OpenDpfError('invalid-input', {
      fields: [{ path: 'name', code: 'required', message: '请填写姓名' }],
    })
    const document = problemOf(error, 'zh-CN')
    expect(document).toMatchObject({ status: 422, detail: '有 1 处需要修改，请按提示改正后重新提交。' })
    expect(errorOf(JSON.parse(JSON.stringify(document)))).toMatchObject({ code: 'invalid-input', fields: error.fields })
  })

  it('never trusts a body it does not know', () => {
    for (const body of [undefined, null, 'x', 5, {}, { code: 'made-up' }]) expect(errorOf(body).code).toBe('internal')
  })
})
