import { defineMessages } from '@opendpf/messages'
import { describe, expect, it } from 'vitest'
import { sampleModule } from '../testing/sample-module.js'
import { createI18n } from './create-i18n.js'
import { adminMessages } from './messages/index.js'

const keys = Object.keys(adminMessages['zh-CN'])

describe('the texts of the platform', () => {
  it('exist in both languages', () => {
    expect(Object.keys(adminMessages.en).sort()).toEqual([...keys].sort())
    expect(keys.filter((key) => adminMessages.en[key as never] === '')).toEqual([])
  })

  it('name the same places in both languages', () => {
    const places = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
    const differing = keys.filter(
      (key) => places(adminMessages['zh-CN'][key as never]).join() !== places(adminMessages.en[key as never]).join(),
    )
    expect(differing).toEqual([])
  })

  it('are Chinese in the Chinese half', () => {
    const latinOnly = keys.filter((key) => !/[一-鿿]/.test(adminMessages['zh-CN'][key as never]))
    expect(latinOnly.sort()).toEqual([
      'app.mark',
      'common.labelled',
      'job.progressOf',
      'record.stepTitle',
      'shell.language',
    ])
  })
})

describe('createI18n', () => {
  const broken = { ...sampleModule, messages: defineMessages({ 'zh-CN': { title: '器具' }, en: { title: 'Devices' } }) }

  it('shows a text with its parameters in the present language', async () => {
    const i18n = createI18n({ modules: [sampleModule], locale: 'zh-CN' })
    expect(i18n.t('list.total', { total: '7' })).toBe('共 7 条')
    await i18n.changeLanguage('en')
    expect(i18n.t('applicant.name', { ns: 'devices' })).toBe('Name')
  })

  it('tells about a text that is missing', () => {
    const missing: string[] = []
    const i18n = createI18n({ modules: [broken], locale: 'zh-CN', onMissing: (key) => missing.push(key) })
    i18n.t('applicant.name', { ns: 'devices' })
    expect(missing).toEqual(['devices: applicant.name'])
  })
})
