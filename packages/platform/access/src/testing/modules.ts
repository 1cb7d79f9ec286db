import { choice, createRegistry, defineModule, defineRecord, division, type Module, text } from '@opendpf/kit'
import { defineMessages } from '@opendpf/messages'
import { access } from '../contract/index.js'

const place = defineRecord({
  fields: { name: text() },
  scope: 'global',
  title: 'name',
  list: { columns: ['name'], orders: ['name'] },
})
const work = defineRecord({
  fields: { name: text(), division: division() },
  scope: 'division',
  title: 'name',
  list: { columns: ['name'], orders: ['name'] },
  operations: [],
})
const period = defineRecord({
  fields: { name: text(), state: choice(['on', 'off']), division: division() },
  scope: 'division',
  title: 'name',
  list: { columns: ['name'], orders: ['name'] },
  operations: [],
  workflow: {
    field: 'state',
    initial: 'on',
    final: [],
    transitions: { pause: { from: 'on', to: 'off' }, resume: { from: 'off', to: 'on' } },
    waits: {
      on: { owner: 'county', clock: null, escape: 'pause' },
      off: { owner: 'county', clock: null, escape: 'resume' },
    },
  },
})
const words = {
  title: 't',
  division: 'd',
  'division.name': 'n',
  'permission.job.cancel': 'c',
  'permission.export.approve': 'a',
  'permission.audit.read': 'r',
}
const workWords = {
  job: 'j',
  'job.name': 'n',
  'job.division': 'd',
  import: 'i',
  'import.name': 'n',
  'import.division': 'd',
  export: 'e',
  'export.name': 'n',
  'export.division': 'd',
  deadline: 'd',
  'deadline.name': 'n',
  'deadline.state': 's',
  'deadline.state.on': 'o',
  'deadline.state.off': 'o',
  'deadline.division': 'd',
  'deadline.do.pause': 'p',
  'deadline.do.resume': 'r',
  limit: 'l',
  'limit.name': 'n',
  'limit.division': 'd',
}
const systemWords = { ...words, ...workWords } as const

/** The platform's own module, as far as roles know it. */
const system = defineModule({
  id: 'system',
  records: { division: place, job: work, import: work, export: work, deadline: period, limit: work },
  permissions: ['job.cancel', 'export.approve', 'audit.read'],
  messages: defineMessages({ 'zh-CN': systemWords, en: systemWords }),
})

const entry = defineRecord({
  fields: { name: text(), state: choice(['open', 'closed'], { isDerived: true }), division: division() },
  scope: 'division',
  title: 'name',
  list: { columns: ['name'], orders: ['name'] },
  workflow: {
    field: 'state',
    initial: 'open',
    final: ['closed'],
    transitions: { close: { from: 'open', to: 'closed' } },
    waits: { open: { owner: 'county', clock: null, escape: 'close' } },
  },
})
const registerWords = {
  title: 't',
  entry: 'e',
  'entry.name': 'n',
  'entry.state': 's',
  'entry.state.open': 'o',
  'entry.state.closed': 'c',
  'entry.division': 'd',
  'entry.do.close': 'c',
  'permission.entry.merge': 'm',
} as const

/** A business module with a workflow and a permission of its own. */
const register = defineModule({
  id: 'register',
  records: { entry },
  permissions: ['entry.merge'],
  roles: { 'village-commissioner': ['entry.create'], 'county-clerk': ['entry.close'] },
  messages: defineMessages({ 'zh-CN': registerWords, en: registerWords }),
})

/** A small deployment: the platform's module, one business module, and this one. */
export const testRegistry = createRegistry([system as Module, register as Module, access as Module])
