import { fc, it as property } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { isPublicAddress, refuseAddress } from './addresses.js'

const none: ReadonlySet<string> = new Set()

describe('an address inside', () => {
  it.each([
    '127.0.0.1',
    '127.9.9.9',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '2002:7f00:1::',
    '2001:db8::1',
    '',
    'localhost',
    '1.2.3',
  ])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false))

  it.each(['8.8.8.8', '114.114.114.114', '172.32.0.1', '240e::1', '2400:3200::1'])('%s is public', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  )
})

describe('an address that is to be called', () => {
  it.each([
    ['https://hooks.example.cn/dpf', undefined],
    ['https://8.8.8.8/x', undefined],
    ['http://hooks.example.cn/dpf', 'scheme'],
    ['ftp://hooks.example.cn', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['https://127.0.0.1/x', 'inside'],
    ['https://2130706433/x', 'inside'],
    ['https://0x7f.1/x', 'inside'],
    ['https://[::1]/x', 'inside'],
    ['https://[::ffff:10.0.0.1]/x', 'inside'],
    ['https://10.0.0.5/x', 'inside'],
    ['https://user:pass@hooks.example.cn/x', 'address'],
    ['https://', 'address'],
    ['hooks', 'address'],
  ])('%s: %s', (text, expected) => expect(refuseAddress(text, none)).toBe(expected))

  it('inside is called on the host and the port that the configuration names, and on no other', () => {
    const allowed = new Set(['127.0.0.1:9000', 'hooks.county:80', '[::1]:443'])
    for (const text of [
      'http://127.0.0.1:9000/x',
      'https://127.0.0.1:9000/x',
      'http://hooks.county/x',
      'https://[::1]/',
    ])
      expect(refuseAddress(text, allowed), text).toBeUndefined()
    for (const text of ['http://127.0.0.1:9001/x', 'http://hooks.county:8080/x', 'https://127.0.0.1/x'])
      expect(refuseAddress(text, allowed), text).toBeDefined()
  })

  property.prop([fc.ipV4()])('of four numbers is public or not, however it is written', (address) => {
    const value = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
    expect(refuseAddress(`https://${value}/`, none) === undefined).toBe(
      isPublicAddress(new URL(`https://${value}/`).hostname),
    )
  })
})
