import { describe, expect, it } from 'vitest'
import { ConfigError } from './config-error.js'
import { readChannels } from './notifications.js'

const smtp = { OPENDPF_SMTP_URL: 'smtps://dpf@mail.example.cn', OPENDPF_SMTP_FROM: '残联 <dpf@example.cn>' }
const sms = {
  OPENDPF_SMS_URL: 'https://sms.example.cn/send',
  OPENDPF_SMS_BODY: '{"to":"{{phone}}","text":"{{text}}"}',
}

describe('ways out of the system', () => {
  it('are none where none is set', () => expect(readChannels({})).toEqual({}))

  it('are those that are set, each with what it takes in a minute', () => {
    expect(readChannels({ ...smtp, OPENDPF_SMTP_PER_MINUTE: '20' })).toMatchObject({ email: { perMinute: 20 } })
    expect(Object.keys(readChannels({ ...smtp, ...sms }))).toEqual(['email', 'sms'])
    const inAddress = { OPENDPF_SMS_METHOD: 'get', OPENDPF_SMS_URL: 'https://sms.example.cn/?p={{phone}}&t={{text}}' }
    expect(readChannels(inAddress)).toMatchObject({ sms: { perMinute: 60 } })
  })

  it.each([
    [{ OPENDPF_SMTP_URL: smtp.OPENDPF_SMTP_URL }],
    [{ ...smtp, OPENDPF_SMTP_URL: 'smtp://dpf:password@mail.example.cn' }],
    [{ ...smtp, OPENDPF_SMTP_URL: 'mail.example.cn' }],
    [{ ...smtp, OPENDPF_SMTP_FROM: '残联' }],
    [{ ...smtp, OPENDPF_SMTP_PER_MINUTE: '0' }],
    [{ ...sms, OPENDPF_SMS_URL: 'sms.example.cn' }],
    [{ ...sms, OPENDPF_SMS_METHOD: 'DELETE' }],
    [{ ...sms, OPENDPF_SMS_BODY: '{"to":"{{phone}}"}' }],
    [{ ...sms, OPENDPF_SMS_BODY: '{{phone}} {{text}} {{idNumber}}' }],
    [{ ...sms, OPENDPF_SMS_HEADERS: 'Content-Type: text/plain' }],
    [{ ...sms, OPENDPF_SMS_HEADERS: '{"Content-Length":3}' }],
    [{ ...sms, OPENDPF_SMS_PER_MINUTE: 'many' }],
  ] as readonly (readonly [Readonly<Record<string, string>>])[])('that make no sense stop the start: %o', (env) => {
    expect(() => readChannels(env)).toThrow(ConfigError)
  })
})
