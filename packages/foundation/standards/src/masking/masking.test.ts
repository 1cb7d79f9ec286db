import { fc, it } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { compoundSurnames } from '../names/compound-surnames.js'
import { splitName } from '../names/split-name.js'
import { maskAddress, maskPhone } from './mask-contact.js'
import { maskBankAccount, maskCertificateNumber, maskResidentId } from './mask-identity.js'
import { maskName } from './mask-name.js'

describe('names', () => {
  test.for([
    ['王明', '王*'],
    ['王小明', '王*明'],
    ['王小小明', '王**明'],
    ['王', '*'],
    ['', ''],
    ['欧阳明', '欧阳*'],
    ['欧阳小明', '欧阳*明'],
    ['司马', '司*'],
    ['诸葛亮', '诸葛*'],
    ['𠀀明', '𠀀*'],
    ['王𠀀明', '王*明'],
    ['阿不都·热合曼', '阿不都·***'],
    ['阿不都•热合曼•买买提', '阿不都·***'],
    ['阿不都．热合曼', '阿不都·***'],
    ['·热合曼', '***'],
    ['古丽巴哈尔', '古***尔'],
    ['Li Ming', 'L*** M***'],
    ["Mary O'Neill", 'M*** O***'],
    ['　王小明 ', '王*明'],
  ] as const)('%s is %s', ([name, masked]) => {
    expect(maskName(name)).toBe(masked)
  })

  it.prop([fc.string({ unit: fc.constantFrom(...'王李欧阳司马小明建国'), minLength: 2, maxLength: 6 })])(
    'keep their length and hide at least one character',
    (name) => {
      const masked = maskName(name)
      expect(masked).toHaveLength(name.length)
      expect(masked).toContain('*')
    },
  )
})

describe('surnames', () => {
  test('have two characters and one entry each', () => {
    for (const surname of compoundSurnames) expect([surname, Array.from(surname).length]).toEqual([surname, 2])
    expect(compoundSurnames.has('欧阳')).toBe(true)
    expect(compoundSurnames.has('王小')).toBe(false)
  })

  test.for([
    ['欧阳小明', '欧阳', '小明'],
    ['王小明', '王', '小明'],
    ['司马', '司', '马'],
    ['王', '王', ''],
    ['', '', ''],
  ] as const)('%s is %s and %s', ([name, surname, given]) => {
    expect(splitName(name)).toEqual({ surname, given })
  })
})

describe('numbers', () => {
  test.for([
    ['990121198503070012', '990121********0012'],
    ['11010519491231002x', '110105********002X'],
    ['990121850307001', '990121*****7001'],
    ['9901211985030700', '******'],
    ['E12345678', '******'],
    ['', ''],
  ] as const)('citizen number %s', ([number, masked]) => {
    expect(maskResidentId(number)).toBe(masked)
  })

  test.for([
    ['99012119850307001242', '990121********0012**'],
    ['99012119850307001242B1', '990121********0012**B1'],
    ['99012119850307001242b12', '990121********0012**B12'],
    ['990121198503070012', '******'],
    ['9901211985030700124299', '******'],
    ['', ''],
  ] as const)('certificate number %s', ([number, masked]) => {
    expect(maskCertificateNumber(number)).toBe(masked)
  })

  test.for([
    ['6222000000001234567', '***************4567'],
    ['6222 0000 0000 1234', '************1234'],
    ['1234567', '******'],
    ['', ''],
  ] as const)('account %s', ([account, masked]) => {
    expect(maskBankAccount(account)).toBe(masked)
  })

  test.for([
    ['19900001001', '199****1001'],
    ['+86 199-0000-1001', '199****1001'],
    ['１９９００００１００１', '199****1001'],
    ['010-12345678', '010-****5678'],
    ['05711234567', '0571-***4567'],
    ['12345', '******'],
    ['', ''],
  ] as const)('telephone %s', ([phone, masked]) => {
    expect(maskPhone(phone)).toBe(masked)
  })
})

describe('addresses', () => {
  test.for([
    ['演示县城关镇东风村3组12号', '演示县城关镇东风村***'],
    ['演示省演示市演示县城关镇东风村民委员会三组', '演示省演示市演示县城关镇东风村民委员会***'],
    ['演示省演示市演示区胜利街道光明社区5栋2单元301室', '演示省演示市演示区胜利街道光明社区***'],
    ['演示县城关镇东风村', '演示县城关镇东风村'],
    ['演示县人民路12号幸福小区', '演示县***'],
    ['人民路12号', '***'],
    ['幸福小区3栋', '***'],
    ['12号', '***'],
    ['', ''],
  ] as const)('%s', ([address, masked]) => {
    expect(maskAddress(address)).toBe(masked)
  })

  it.prop([fc.integer({ min: 1, max: 999 }), fc.constantFrom('组', '号', '栋', '室', '单元', '路')])(
    'never keep a number',
    (number, unit) => {
      expect(maskAddress(`演示县城关镇东风村${number}${unit}`)).not.toMatch(/\d/)
      expect(maskAddress(`${number}${unit}东风村`)).not.toMatch(/\d/)
    },
  )
})

test('whatever comes in, nothing is thrown and no long number gets out', () => {
  for (const input of [undefined, null, {}, 990121198503070012n, '1'.repeat(10_000_000)]) {
    for (const mask of [maskAddress, maskBankAccount, maskCertificateNumber, maskName, maskPhone, maskResidentId]) {
      // as untyped callers may hand it over
      expect(mask(input as string)).not.toMatch(/\d{7}/)
    }
  }
})
