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
const record = { id: 'i1', version: 3, title: '7 王某', draft }

describe('records kept on a device', () => {
  it('come back as they were, to whoever kept them alone, until they are dropped', () => {
    const store = device()
    expect(keepDraft(store, 'one', record)).toBe(true)
    expect(readDraft(store, 'one', 'i1')).toEqual(record)
    expect(readDraft(store, 'other', 'i1')).toBeUndefined()
    expect(keptDrafts(store, 'one')).toEqual([record])
    dropDraft(store, 'one', 'i1')
    expect(keptDrafts(store, 'one')).toEqual([])
  })

  it('are not there where the device refuses, or holds something else', () => {
    expect(keepDraft(device(true), 'one', record)).toBe(false)
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
