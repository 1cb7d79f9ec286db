import { describe, expect, it } from 'vitest'
import { draftKey, dropDraft, keepDraft, readDraft } from './draft.js'

function memory() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

describe('drafts', () => {
  it('come back to the same person, and only the fields the form still has', () => {
    const storage = memory()
    const key = draftKey('u1', 'devices.applicant', undefined)
    keepDraft(storage, key, { name: '王', gone: 'x' })
    expect(readDraft(storage, key, ['name', 'sex'])).toEqual({ name: '王' })
    expect(readDraft(storage, draftKey('u2', 'devices.applicant', undefined), ['name'])).toBeUndefined()
    dropDraft(storage, key)
    expect(readDraft(storage, key, ['name'])).toBeUndefined()
  })

  it('that cannot be read are none', () => {
    const storage = memory()
    storage.setItem('k', '{')
    expect(readDraft(storage, 'k', ['name'])).toBeUndefined()
  })
})
