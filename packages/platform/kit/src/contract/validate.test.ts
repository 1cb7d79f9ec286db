import { fc, it as property } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { owner, pets } from '../testing/pets.js'
import { fieldsOf, isMasked, maskFields, validateInput } from './index.js'

const labelOf = (field: string): string => pets.messages['zh-CN'][`owner.${field}`] ?? field
const validate = (values: Readonly<Record<string, unknown>>, mode: 'create' | 'update' = 'create') =>
  validateInput(owner, values, { mode, locale: 'zh-CN', labelOf })
const good = { name: '王明', division: '990121100201', isActive: true }

describe('validation', () => {
  it('stores the normal form and fills nothing in that nobody said', () => {
    expect(validate({ ...good, idNumber: ' ９９０１２１１９８５０３０７００１２ ' })).toMatchObject({
      ok: true,
      values: { idNumber: '990121198503070012', birthDate: null, pets: null },
    })
    expect(validate({ pets: 3 }, 'update')).toEqual({ ok: true, values: { pets: 3 } })
  })

  it('says in words what is wrong with which field', () => {
    const result = validate({
      name: '',
      division: '990121100201',
      isActive: 'x',
      idNumber: '990121198503070013',
      birthDate: '2024-02-30',
      pets: 21,
      ethnicity: '77',
      nickname: 'x',
      score: 1,
    })
    expect(result.ok ? [] : result.problems.map(({ path, message }) => `${path}: ${message}`).sort()).toEqual([
      'birthDate: 出生日期应为日期，如 2024-05-06',
      'ethnicity: 请选择民族',
      'idNumber: 身份证号的校验位不对，请逐位核对',
      'isActive: 有效应为“是”或“否”',
      'name: 请填写姓名',
      'nickname: “nickname”不是可填的项目，请删除',
      'pets: 数量不能大于 20',
      'score: “score”不是可填的项目，请删除',
    ])
  })

  it('asks to choose what is chosen and to fill in what is filled in', () => {
    const result = validate({})
    expect(result.ok ? [] : result.problems.map(({ message }) => message).sort()).toEqual(
      ['请填写姓名', '请选择所在村', '请选择有效'].sort(),
    )
    const empty = validate({ ethnicity: '', division: ' ', name: '' }, 'update')
    expect(empty.ok ? [] : empty.problems.map(({ message }) => message)).toContain('请填写姓名')
  })

  property.prop([fc.dictionary(fc.constantFrom(...Object.keys(owner.fields), 'other'), fc.anything())])(
    'answers anything with values or sentences, never with an exception',
    (input) => {
      const result = validate(input)
      if (!result.ok)
        for (const { message, code } of result.problems)
          expect(message + code).not.toMatch(/undefined|\[object|expected/)
    },
  )
})

describe('masks', () => {
  it('hide S3 and S4 and name what they hid', () => {
    expect(maskFields(fieldsOf(owner), { name: '王明', idNumber: '990121198503070012', pets: 2 })).toEqual({
      values: { name: '王明', idNumber: '990121********0012', pets: 2 },
      masked: ['idNumber'],
    })
    expect(maskFields(fieldsOf(pets.records.pet), { note: '很长', kind: 'cat' })).toEqual({
      values: { note: '***', kind: 'cat' },
      masked: ['note'],
    })
  })

  it('leave an open field to those who work with it', () => {
    expect(isMasked({ kind: 'codes', privacy: 'S3', storage: 'plain', isOpen: true })).toBe(false)
    expect(isMasked({ kind: 'text', privacy: 'S2', storage: 'plain' })).toBe(false)
  })
})
