import { fc, test } from '@fast-check/vitest'
import { create } from 'qrcode'
import { beforeAll, describe, expect, it } from 'vitest'
import { attested, hoursLater, listSize, now, openCounty } from './testing/county.js'
import { verifyCredential } from './verify-credential.js'

let county: Awaited<ReturnType<typeof openCounty>>
let credential: string
let presentation: string
let statusList: string
beforeAll(async () => {
  county = await openCounty()
  ;({ credential, presentation } = await county.issue())
  statusList = await county.list()
})
const verify = (token: string, more: Partial<Parameters<typeof verifyCredential>[1]> = {}) =>
  verifyCredential(token, { keys: county.keys, statusList, now, ...more })

describe('a credential', () => {
  it('is valid with what it attests, and shows the grade only where it is disclosed', async () => {
    const facts = {
      id: attested.id,
      county: { code: '990121', name: '示范县' },
      category: '4',
      gradeClass: 'severe',
      grade: null,
      from: '2024-03-28',
      until: '2034-03-27',
      ends: hoursLater(24),
      photo: null,
    }
    expect(await verify(presentation)).toEqual({ outcome: 'valid', facts, statusAge: 0 })
    expect(await verify(credential)).toEqual({ outcome: 'valid', facts: { ...facts, grade: '2' }, statusAge: 0 })
    expect(atob(presentation.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/') ?? '')).not.toContain('"grade"')
  })

  it('carries the fingerprint of a photo where there is one', async () => {
    const photo = 'A'.repeat(43)
    const shown = await county.issue({ photo })
    expect(await verify(shown.presentation)).toMatchObject({ outcome: 'valid', facts: { photo } })
  })

  it('fits a code that a phone reads from a screen, with a photo and the longest name of a county', async () => {
    const shown = await county.issue({
      county: '双江拉祜族佤族布朗族傣族自治县',
      photo: 'A'.repeat(43),
      status: { ...attested.status, index: 131_071 },
    })
    expect(create(shown.presentation, { errorCorrectionLevel: 'M' }).version).toBeLessThanOrEqual(25)
  })

  it('goes stale after its hours, and never outlives the certificate', async () => {
    expect(
      await verify(presentation, { now: hoursLater(24), statusList: await county.list([], hoursLater(24)) }),
    ).toMatchObject({
      outcome: 'expired',
      what: 'presentation',
    })
    const last = await county.issue({ until: '2026-06-15' })
    expect(last.ends).toEqual(new Date('2026-06-15T16:00:00Z'))
    expect(await verify(last.presentation, { now: last.ends })).toMatchObject({
      outcome: 'expired',
      what: 'certificate',
    })
    await expect(county.issue({ until: '2026-06-14' })).rejects.toThrow(RangeError)
  })

  it('is not valid before it was issued, nor before the certificate begins', async () => {
    const later = await county.issue({}, hoursLater(1))
    expect(await verify(later.presentation)).toMatchObject({ outcome: 'not-yet-valid' })
    const early = await county.issue({ from: '2026-06-16' })
    expect(await verify(early.presentation)).toMatchObject({ outcome: 'not-yet-valid' })
  })

  it('is not genuine under the key of another county, nor when another county signs in the name of this one', async () => {
    const other = await openCounty('990122')
    expect(await verify(presentation, { keys: other.keys })).toEqual({ outcome: 'not-genuine', reason: 'key-unknown' })
    const forged = await openCounty('990121')
    const { presentation: fake } = await forged.issue()
    expect(await verify(fake)).toEqual({ outcome: 'not-genuine', reason: 'key-unknown' })
    const [key] = county.keys.keys
    const [wrong] = forged.keys.keys
    if (!key || !wrong) throw new Error('no key')
    expect(await verify(fake, { keys: { keys: [{ ...key, kid: wrong.kid }] } })).toEqual({
      outcome: 'not-genuine',
      reason: 'signature',
    })
    // the key of a neighbour is published, and signs for him alone
    const renamed = { ...wrong, iss: 'dpf:990122' }
    expect(await verify(fake, { keys: { keys: [key, renamed] } })).toEqual({
      outcome: 'not-genuine',
      reason: 'key-unknown',
    })
  })

  it('stays genuine when the county has a new key', async () => {
    const next = await openCounty()
    const keys = { keys: [...next.keys.keys, ...county.keys.keys] }
    expect(await verify(presentation, { keys, statusList: await next.list() })).toMatchObject({ outcome: 'valid' })
  })

  it('takes no disclosure that was not signed', async () => {
    const [jwt = '', own = ''] = credential.split('~')
    const invented = btoa('["c2FsdHNhbHRzYWx0c2FsdA","grade","1"]').replaceAll('=', '')
    for (const token of [`${jwt}~${invented}~`, `${jwt}~${own}~${invented}~`, `${jwt}~${own}~${own}~`])
      expect(await verify(token)).toMatchObject({ outcome: 'not-genuine' })
  })
})

describe('any change', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~'
  test.prop([fc.nat(), fc.integer({ min: 1, max: alphabet.length - 1 }), fc.boolean()], { numRuns: 400 })(
    'of one character makes it not genuine',
    async (where, step, isWhole) => {
      const token = isWhole ? credential : presentation
      const at = where % token.length
      const other = alphabet.charAt((alphabet.indexOf(token.charAt(at)) + step) % alphabet.length)
      const verdict = await verify(token.slice(0, at) + other + token.slice(at + 1))
      expect(verdict.outcome).toBe('not-genuine')
    },
  )

  it('of the last character of the signature, whose spare bits a decoder overlooks', async () => {
    const end = presentation.length - 2
    for (const other of alphabet)
      if (other !== presentation.charAt(end))
        expect(await verify(`${presentation.slice(0, end)}${other}~`)).toMatchObject({ outcome: 'not-genuine' })
  })

  test.prop([fc.string({ maxLength: 300 })])('nothing that is no credential is taken for one', async (text) => {
    expect(await verify(text)).toMatchObject({ outcome: 'not-genuine' })
  })

  it('of the algorithm', async () => {
    const [, body] = presentation.split('.')
    const header = btoa(JSON.stringify({ typ: 'dc+sd-jwt', kid: county.signer.kid, alg: 'none' })).replaceAll('=', '')
    expect((await verify(`${header}.${body}.AA~`)).outcome).toBe('not-genuine')
  })

  test.prop([fc.nat(), fc.integer({ min: 1, max: 63 })], { numRuns: 200 })(
    'of a status list leaves no answer but that there is none',
    async (where, step) => {
      const at = where % statusList.length
      const other = alphabet.charAt((Math.max(0, alphabet.indexOf(statusList.charAt(at))) + step) % 64)
      const tampered = statusList.slice(0, at) + other + statusList.slice(at + 1)
      expect(await verify(presentation, { statusList: tampered })).toMatchObject({ outcome: 'unknown' })
    },
  )
})

describe('its status', () => {
  const index = attested.status.index
  test.prop([fc.uniqueArray(fc.nat(listSize - 1), { maxLength: 200 }), fc.constantFrom('revoked', 'suspended')], {
    numRuns: 30,
  })('is its own entry and no other', async (others, status) => {
    const entries = others.filter((one) => one !== index).map((one) => ({ index: one, status }) as const)
    expect(await verify(presentation, { statusList: await county.list(entries) })).toMatchObject({ outcome: 'valid' })
    const own = await county.list([...entries, { index, status }])
    expect(await verify(presentation, { statusList: own })).toMatchObject({ outcome: status })
  })

  it('is that of the newest list, and valid again after a suspension', async () => {
    const frozen = await county.list([{ index, status: 'suspended' }], hoursLater(1))
    const freed = await county.list([], hoursLater(2))
    const at = hoursLater(3)
    expect(await verify(presentation, { statusList: [statusList, frozen], now: at })).toMatchObject({
      outcome: 'suspended',
    })
    expect(await verify(presentation, { statusList: [freed, statusList, frozen], now: at })).toMatchObject({
      outcome: 'valid',
      statusAge: 3600,
    })
  })

  it('cannot be said without a list, with an old one, one of somebody else, or one from the future', async () => {
    const reason = async (more: Parameters<typeof verify>[1]) => {
      const verdict = await verify(presentation, more)
      return verdict.outcome === 'unknown' ? verdict.reason : verdict.outcome
    }
    expect(await reason({ statusList: [] })).toBe('list-missing')
    expect(await reason({ now: hoursLater(12) })).toBe('valid')
    expect(await reason({ now: hoursLater(12.1) })).toBe('list-stale')
    expect(await reason({ now: hoursLater(2), maxAge: 3600 })).toBe('list-stale')
    expect(await reason({ statusList: await county.list([], hoursLater(1)) })).toBe('clock-wrong')
    const other = await openCounty('990122')
    const both = { keys: [...county.keys.keys, ...other.keys.keys] }
    expect(await reason({ keys: both, statusList: await other.list() })).toBe('list-not-genuine')
  })

  it('stays revoked however old the list is', async () => {
    const list = await county.list([{ index, status: 'revoked' }])
    expect(await verify(presentation, { statusList: list, now: hoursLater(20) })).toMatchObject({ outcome: 'revoked' })
  })

  it('is unknown beyond the end of its list', async () => {
    const beyond = await county.issue({ status: { ...attested.status, index: listSize } })
    expect(await verify(beyond.presentation)).toMatchObject({ outcome: 'unknown' })
  })
})
