import { describe, expect, it } from 'vitest'
import { columnsOfField } from './columns.js'
import { attachment, attachments, attachmentsIn, defineRecord, fieldMeta, maskFields, name, optional } from './index.js'
import { fieldsOf } from './record.js'
import { validateInput } from './validate.js'

const record = defineRecord({
  fields: {
    title: name(),
    papers: optional(attachments({ max: 2, types: ['application/pdf'], maxMegabytes: 5 })),
    findings: optional(attachments({ privacy: 'S4' })),
    portrait: attachment(),
  },
  scope: 'global',
  title: 'title',
  list: { columns: ['title'], orders: ['title'] },
})
const id = '0197a000-0000-7000-8000-000000000001'
const file = { id, hash: 'ab', name: '身份证.jpg', type: 'image/jpeg', bytes: 7 }
const check = (input: Readonly<Record<string, unknown>>) =>
  validateInput(record, input, { mode: 'update', locale: 'zh-CN', labelOf: (field) => field })

describe('a field of attached files', () => {
  it('knows how many files of what kind and size it takes', () => {
    expect(fieldMeta(record, 'papers').attachments).toEqual({
      max: 2,
      types: ['application/pdf'],
      maxBytes: 5 * 1024 * 1024,
    })
    expect(fieldMeta(record, 'portrait').attachments).toMatchObject({ max: 1, maxBytes: 10 * 1024 * 1024 })
    expect(() => attachments({ maxMegabytes: 51 })).toThrow('50 MB')
  })

  it('is JSON in the table, and sealed where it is hidden', () => {
    const typeOf = (field: string) => columnsOfField(field, fieldMeta(record, field), true)[0]?.type
    expect([typeOf('papers'), typeOf('findings')]).toEqual(['jsonb', 'bytea'])
  })

  it('takes ids alone, never an empty list, never more files than it has room for', () => {
    expect(check({ papers: [{ id }] })).toEqual({
      ok: true,
      values: { papers: [{ id, hash: '', name: '', type: '', bytes: 0 }] },
    })
    expect(check({ papers: null })).toEqual({ ok: true, values: { papers: null } })
    expect(check({ papers: [] }).ok).toBe(false)
    expect(check({ papers: [{ id }, { id }, { id }] }).ok).toBe(false)
    expect(check({ papers: ['x'] }).ok).toBe(false)
    expect(check({ portrait: null })).toMatchObject({ problems: [{ path: 'portrait', message: '请选择portrait' }] })
  })

  it('hides what a file is called and what is in it, not that there is one', () => {
    const { values, masked } = maskFields(fieldsOf(record), { papers: [file], findings: [file] })
    expect(values).toMatchObject({ papers: [file], findings: [{ ...file, name: '***', hash: '' }] })
    expect(masked).toEqual(['findings'])
  })

  it('is read out of whatever stands in its place', () => {
    expect(attachmentsIn([file, 'x', null])).toEqual([file])
    expect(attachmentsIn('***')).toEqual([])
  })
})
