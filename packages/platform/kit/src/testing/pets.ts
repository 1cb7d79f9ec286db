import { ethnicGroups } from '@opendpf/standards'
import { choice, code, data, date, defineModule, defineRecord, division, flag, multiline, name, number, optional, reference, whole } from '../contract/index.js'
import * as z from 'zod'

/** A module for the tests of the contract: every kind of field once. */
export const owner = defineRecord({
  fields: {
    name: name(),
    idNumber: optional(number('resident-id', { isUnique: true })),
    ethnicity: optional(code(ethnicGroups)),
    birthDate: optional(date()),
    pets: optional(whole({ max: 20 })),
    isActive: flag(),
    division: division(),
    score: optional(whole({ isDerived: true })),
  },
  scope: 'division',
  title: 'name',
  search: ['name'],
  list: { columns: ['name', 'idNumber'], filters: ['ethnicity', 'birthDate', 'isActive', 'pets'], orders: ['name', 'birthDate'] },
})

export const pet = defineRecord({
  fields: {
    owner: reference('pets.owner'),
    kind: choice(['cat', 'dog']),
    state: choice(['new', 'seen', 'done']),
    note: optional(multiline({ privacy: 'S4', storage: 'sealed' })),
    tags: optional(data(z.array(z.string()))),
  },
  scope: { from: 'owner' },
  title: 'kind',
  list: { columns: ['kind', 'state'], orders: ['kind'] },
  workflow: { field: 'state', initial: 'new', final: ['done'], transitions: { see: { from: 'new', to: 'seen' }, finish: { from: ['new', 'seen'], to: 'done' } } },
})

export const pets = defineModule({
  id: 'pets',
  records: { owner, pet },
  permissions: ['owner.groom'],
  messages: {
    'zh-CN': {
      title: '宠物', owner: '主人', 'owner.name': '姓名', 'owner.idNumber': '身份证号', 'owner.ethnicity': '民族', 'owner.birthDate': '出生日期', 'owner.pets': '数量', 'owner.isActive': '有效',
      'owner.division': '所在村', 'owner.score': '得分', pet: '宠物', 'pet.owner': '主人', 'pet.kind': '种类', 'pet.kind.cat': '猫', 'pet.kind.dog': '狗', 'pet.state': '状态', 'pet.state.new': '新',
      'pet.state.seen': '已看', 'pet.state.done': '完成', 'pet.note': '备注', 'pet.tags': '标签', 'pet.do.see': '查看', 'pet.do.finish': '完成', 'permission.owner.groom': '梳理',
    },
    en: {
      title: 'Pets', owner: 'Owner', 'owner.name': 'Name', 'owner.idNumber': 'ID number', 'owner.ethnicity': 'Ethnicity', 'owner.birthDate': 'Born', 'owner.pets': 'Number', 'owner.isActive': 'Active',
      'owner.division': 'Village', 'owner.score': 'Score', pet: 'Pet', 'pet.owner': 'Owner', 'pet.kind': 'Kind', 'pet.kind.cat': 'Cat', 'pet.kind.dog': 'Dog', 'pet.state': 'State', 'pet.state.new': 'New',
      'pet.state.seen': 'Seen', 'pet.state.done': 'Done', 'pet.note': 'Note', 'pet.tags': 'Tags', 'pet.do.see': 'See', 'pet.do.finish': 'Finish', 'permission.owner.groom': 'Groom',
    },
  },
})
