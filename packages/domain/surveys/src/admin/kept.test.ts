import { fc, it } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { dropDraft, keepDraft, keptDrafts, readDraft } from './collecting/kept-drafts.js'
import { base64Of } from './sheet/base64-of.js'

/** A device that keeps texts, or refuses to. */
function device(isFull = false) {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (isFull) throw new Error('no room')
      kept.set(key, value)
    },
    removeItem: (key: string) => void kept.delete(key),
  }
}

const draft = {
  answers: { employed: 'yes' },
  unconfirmed: [],
  contact: 'visit',
  visitedOn: '2026-07-02',
  contactNote: '',
  consent: 'spoken',
  position: '',
  photos: {},
  signature: [],
}
const record = { id: 'i1', version: 3, number: 7, draft }
const { draft: _, ...legible } = record
const key = ['AAECAwQFBgcICQoLDA0ODw', 'EBESExQVFhcYGRobHB0eHw'] as const
const otherKey = [key[1], key[0]] as const

describe('records kept on a device', () => {
  it('come back as they were, to whoever kept them alone, until they are dropped', () => {
    const store = device()
    expect(keepDraft(store, 'one', key, record)).toBe(true)
    expect(readDraft(store, 'one', key, 'i1')).toEqual(record)
    expect(readDraft(store, 'other', key, 'i1')).toBeUndefined()
    expect(keptDrafts(store, 'one')).toEqual([legible])
    dropDraft(store, 'one', 'i1')
    expect(keptDrafts(store, 'one')).toEqual([])
  })

  it('tell whoever finds the device nothing, and are not there for another key or once they were changed', () => {
    const store = device()
    keepDraft(store, 'one', key, record)
    const name = store.key(0) ?? ''
    const text = store.getItem(name) ?? ''
    expect(text).not.toMatch(/employed|yes|visit|2026/)
    expect(readDraft(store, 'one', otherKey, 'i1')).toBeUndefined()
    keepDraft(store, 'one', key, record)
    expect(store.getItem(name)).not.toBe(text)
    store.setItem(name, text.replace(/"sealed":"..../, '"sealed":"AAAA'))
    expect(readDraft(store, 'one', key, 'i1')).toBeUndefined()
  })

  it('are not there where the device refuses, or holds something else', () => {
    expect(keepDraft(device(true), 'one', key, record)).toBe(false)
    const store = device()
    store.setItem('opendpf.survey:one:i1', '{"id":')
    store.setItem('opendpf.survey:one:i2', '{"id":"i2"}')
    expect(keptDrafts(store, 'one')).toEqual([])
  })
})

it.prop([fc.uint8Array({ maxLength: 200 }), fc.constantFrom(0, 0x7fff, 0x8000, 0x8001)])(
  'a file of any length is sent byte by byte as it is',
  (bytes, before) => {
    const whole = Uint8Array.from([...new Uint8Array(before), ...bytes])
    expect(new Uint8Array(Buffer.from(base64Of(whole), 'base64'))).toEqual(whole)
  },
)
