import { texts } from '@opendpf/messages'
import { expect, it } from 'vitest'
import { notificationTemplates, placeholdersIn } from './index.js'

const template = {
  title: texts('到期', 'Ends'),
  on: 'daily',
  to: ['person'],
  placeholders: { day: texts('日期', 'Day') },
  subject: texts('到期', 'Ends'),
  text: texts('{{name}}：{{day}}到期', '{{name}}: ends on {{day}}'),
} as const

it('a text says what its template declares, in both languages', () => {
  expect(notificationTemplates({ template })).toEqual({ template })
  const strange = { ...template, text: texts(template.text['zh-CN'], '{{idNumber}}') }
  expect(() => notificationTemplates({ strange })).toThrow('{{idNumber}}')
  const long = { ...template, text: texts('长'.repeat(501), 'x') }
  expect(() => notificationTemplates({ long })).toThrow('500')
})

it('placeholders are named once each', () => {
  expect(placeholdersIn('{{a}} {{b}} {{a}} {c}')).toEqual(['a', 'b'])
  // with blanks it would not be filled in
  expect(() => notificationTemplates({ blank: { ...template, subject: texts('{{ day }}', 'x') } })).toThrow('{{ day }}')
})
