import { useSyncExternalStore } from 'react'
import type { Preferences } from './preferences.js'
import { applyPreferences, preferencesKey, readPreferences, standardPreferences } from './preferences.js'

let current: Preferences | undefined
const listeners = new Set<() => void>()

function preferences(): Preferences {
  current ??= readPreferences(globalThis.localStorage)
  return current
}

/** Keeps and applies changed preferences. */
export function changePreferences(change: Partial<Preferences>): void {
  current = { ...preferences(), ...change }
  globalThis.localStorage.setItem(preferencesKey, JSON.stringify(current))
  applyPreferences(document.documentElement, current)
  for (const listener of listeners) listener()
}

/** Goes back to how everybody starts. */
export function resetPreferences(): void {
  changePreferences(standardPreferences)
}

/** Applies what was kept; called once before the first page is drawn. */
export function startPreferences(): void {
  applyPreferences(document.documentElement, preferences())
}

/** The preferences in force. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    preferences,
    preferences,
  )
}
