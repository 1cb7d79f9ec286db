import { inputFields } from '@opendpf/kit'
import { messageOf } from '@opendpf/messages'
import { describe, expect, it, vi } from 'vitest'
import { adminMessages } from '../i18n/messages/index.js'
import { sampleModule } from '../testing/sample-module.js'
import { person, sample } from '../testing/sample-records.js'
import type { FormWords } from './form-store.js'
import { createFormStore } from './form-store.js'
import { emptyValues } from './raw-values.js'

const record = sample.applicant
const words: FormWords = {
  locale: 'zh-CN',
  labelOf: (field) => messageOf(sampleModule.messages, 'zh-CN', `applicant.${field}`),
  moneyFormat: (label) => messageOf(adminMessages, 'zh-CN', 'form.moneyFormat', { label }),
  uploading: (label) => messageOf(adminMessages, 'zh-CN', 'attachment.stillUploading', { label }),
  choose: (label) => messageOf(adminMessages, 'zh-CN', 'form.choose', { label }),
}
const create = () => createFormStore(record, emptyValues(record), () => words)

describe('the checks of a form', () => {
  it('say in Chinese what to do, field by field, in the order of the form', () => {
    const store = create()
    expect(store.check(inputFields(record), 'create')).toBe(false)
    expect(store.errors().map(({ message }) => message)).toEqual([
      '请填写姓名',
      '请填写身份证号码',
      '请选择性别',
      '请填写出生日期',
      '请选择所在村（社区）',
      '请选择独居',
    ])
  })

  it.each([
    ['idNumber', '99012119600506222', '身份证号码应为 18 位，末位可为 X'],
    ['birthDate', '昨天', '出生日期应为日期，如 2024-05-06'],
    ['children', '许多', '子女数应为数字'],
    ['income', '一千', '年收入应为金额，如 1200 或 1200.50'],
  ])('%s refuses "%s"', (field, text, message) => {
    const store = create()
    store.set(field, text)
    store.leave(field)
    expect(store.field(field).error).toBe(message)
  })

  it('take an error away while typing but never bring one', () => {
    const store = create()
    store.set('idNumber', '9901')
    expect(store.field('idNumber').error).toBeUndefined()
    store.leave('idNumber')
    expect(store.field('idNumber').error).toBeDefined()
    store.set('idNumber', '990121196005062')
    expect(store.field('idNumber').error).toBeDefined()
    store.set('idNumber', person.idNumber)
    expect(store.field('idNumber').error).toBeUndefined()
    store.set('idNumber', '9901')
    expect(store.field('idNumber').error).toBeUndefined()
  })

  it('leave an untouched empty field in peace', () => {
    const store = create()
    store.leave('name')
    expect(store.field('name').error).toBeUndefined()
  })
})

describe('files that are on their way', () => {
  it('hold the form back, whatever else is right or wrong, and are not sent', () => {
    const store = createFormStore(sample.application, emptyValues(sample.application), () => ({
      ...words,
      labelOf: (field) => messageOf(sampleModule.messages, 'zh-CN', `application.${field}` as 'application'),
    }))
    store.set('proofs', [{ uploading: 'x' }])
    expect(store.check(['proofs'], 'update')).toBe(false)
    expect(store.field('proofs').error).toBe('申请材料：文件还在上传，请稍候再保存')
    store.set('proofs', [])
    expect(store.check(['proofs'], 'update')).toBe(true)
    expect(store.input(['proofs'])).toEqual({ proofs: null })
  })
})

describe('what the server says', () => {
  it('lands on its fields; the rest is handed back', () => {
    const store = create()
    const strange = store.refuse([
      { path: 'name', code: 'x', message: '重名' },
      { path: 'components.0.grade', code: 'x', message: '等级不对' },
    ])
    expect(store.field('name').error).toBe('重名')
    expect(strange.map(({ message }) => message)).toEqual(['等级不对'])
  })
})

describe('listeners', () => {
  it('hear of changes until they leave', () => {
    const store = create()
    const listener = vi.fn()
    const stop = store.subscribe(listener)
    store.set('name', '王')
    stop()
    store.set('name', '王秀')
    expect(listener).toHaveBeenCalledTimes(1)
    expect(store.changed()).toEqual(['name'])
    store.settle()
    expect(store.changed()).toEqual([])
  })
})
