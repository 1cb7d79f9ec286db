import { choice, createRegistry, defineModule, defineRecord, name, reference } from '@opendpf/kit'
import { defineMessages } from '@opendpf/messages'
import { describe, expect, it } from 'vitest'
import { labelsOf } from './labels.js'

const member = defineRecord({
  fields: { name: name() },
  scope: 'global',
  title: 'name',
  list: { columns: ['name'], orders: ['name'] },
})
const status = defineRecord({
  fields: { kind: choice(['poor', 'not-poor']) },
  scope: 'global',
  title: 'kind',
  list: { columns: ['kind'], orders: ['kind'] },
})
const visit = defineRecord({
  fields: { status: reference('houses.status'), member: reference('houses.member') },
  scope: 'global',
  title: 'status',
  list: { columns: ['status', 'member'], orders: ['status'] },
})
const texts = {
  title: '走访',
  member: '成员',
  'member.name': '姓名',
  status: '身份',
  'status.kind': '类别',
  'status.kind.poor': '低保',
  'status.kind.not-poor': '非低保',
  visit: '走访',
  'visit.status': '身份',
  'visit.member': '成员',
}
const houses = defineModule({
  id: 'houses',
  records: { member, status, visit },
  messages: defineMessages({ 'zh-CN': texts, en: texts }),
})
const registry = createRegistry([houses])
const labels = (record: 'member' | 'status' | 'visit') => labelsOf(registry, houses.records[record], 'zh-CN')

describe('what a row is called by', () => {
  it('is its name, or the label of its code', () => {
    expect(labels('member').title('poor')).toBe('poor')
    expect(labels('status').title('poor')).toBe('低保')
    expect(labels('status').title('—')).toBe('—')
  })

  it('is the same where another row refers to it', () => {
    expect(labels('visit').title('not-poor')).toBe('非低保')
    expect(labels('visit').title('not-poor', 'status')).toBe('非低保')
    expect(labels('visit').title('poor', 'member')).toBe('poor')
  })
})
