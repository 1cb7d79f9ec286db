import { expect, it } from 'vitest'
import {
  choice,
  defineModule,
  defineRecord,
  division,
  documentsOfRow,
  hasDocuments,
  inspectDocuments,
  name,
  recordPermissions,
} from './index.js'

const letter = defineRecord({
  fields: {
    addressee: name(),
    medium: choice(['paper', 'mail']),
    division: division(),
    state: choice(['open', 'sent']),
  },
  scope: 'division',
  title: 'addressee',
  list: { columns: ['addressee'], orders: ['addressee'] },
  workflow: {
    field: 'state',
    initial: 'open',
    final: ['sent'],
    transitions: { send: { from: 'open', to: 'sent', requiresDocument: 'copy' } },
    waits: { open: { owner: 'county', clock: null, escape: 'send' } },
  },
})
const words = {
  title: '信函',
  letter: '信函',
  'letter.addressee': '收件人',
  'letter.medium': '形式',
  'letter.medium.paper': '纸质',
  'letter.medium.mail': '邮件',
  'letter.division': '所在地',
  'letter.state': '状态',
  'letter.state.open': '待寄',
  'letter.state.sent': '已寄',
  'letter.do.send': '寄出',
  'letter.document.copy': '副本',
}
const letters = defineModule({
  id: 'letters',
  records: { letter },
  documents: { copy: { record: 'letter', where: { medium: ['paper'] } } },
  messages: { 'zh-CN': words, en: words },
})

it('a record with documents has a permission to print, and a row those whose conditions it meets', () => {
  const placed = letters.records.letter
  expect(hasDocuments(placed)).toBe(true)
  expect(recordPermissions(placed as never)).toContain('letters:letter.print')
  expect(documentsOfRow(placed, { medium: 'paper' }).map(([called]) => called)).toEqual(['copy'])
  expect(documentsOfRow(placed, { medium: 'mail' })).toEqual([])
  expect(inspectDocuments(letters)).toEqual([])
})

it('what is wrong with documents is named', () => {
  const { copy: _, ...named } = { ...letters.documents }
  const wrong = {
    ...letters,
    documents: {
      ...named,
      copy: { record: 'letter', states: ['lost'], where: { colour: ['red'] }, needs: ['age'] },
      bill: { record: 'invoice' },
    },
  }
  expect(inspectDocuments(wrong)).toEqual([
    'letters: the document "copy": no state "lost"',
    'letters: the document "copy": no field "colour"',
    'letters: the document "copy": no field "age"',
    'letters: the document "bill": there is no record "invoice"',
    'letters: the document "bill": "invoice.document.bill" has no words in zh-CN',
    'letters: the document "bill": "invoice.document.bill" has no words in en',
  ])
  const stranded = { ...letters, records: { letter: { ...letters.records.letter, documents: {} } }, documents: {} }
  expect(inspectDocuments(stranded)).toEqual([
    'letters.letter: send requires the document "copy", which is none of the record\'s',
  ])
})
