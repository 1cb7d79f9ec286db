import type { Concerned } from '../changes.js'

/** What is remembered, with the ids whose change makes it untrue. */
export interface Remembered<T> {
  readonly value: T
  readonly concerns: readonly string[]
}

/** Remembers what was found by a key for a short while. Many askers of one missing entry cause one look. */
export interface Cache<T> {
  get(key: string, look: () => Promise<Remembered<T> | undefined>): Promise<T | undefined>
  forget(key: string): void
  /** Forgets what concerns these, and does not remember it again until any transaction under way is surely over. */
  changed(concerned: Concerned): void
}

export interface CacheOptions {
  readonly now: () => number
  /** How long an entry is believed. */
  readonly milliseconds: number
  readonly most?: number
}

/** Makes a cache in memory. */
export function createCache<T>({ now, milliseconds, most = 20_000 }: CacheOptions): Cache<T> {
  const entries = new Map<string, Remembered<T> & { readonly until: number }>()
  const looking = new Map<string, Promise<T | undefined>>()
  const unsettled = new Map<string, number>()
  let everybodyUntil = Number.NEGATIVE_INFINITY
  let changes = 0

  const isUnsettled = (concerns: readonly string[]): boolean =>
    everybodyUntil > now() || concerns.some((id) => (unsettled.get(id) ?? Number.NEGATIVE_INFINITY) > now())

  const lookUp = async (key: string, look: () => Promise<Remembered<T> | undefined>): Promise<T | undefined> => {
    const before = changes
    const found = await look()
    // what changed while we looked may or may not be in what we saw
    if (found && before === changes && !isUnsettled(found.concerns)) {
      if (entries.size >= most) for (const oldest of [...entries.keys()].slice(0, most / 10)) entries.delete(oldest)
      entries.set(key, { ...found, until: now() + milliseconds })
    } else entries.delete(key)
    return found?.value
  }

  return {
    async get(key, look) {
      const entry = entries.get(key)
      if (entry && entry.until > now()) return entry.value
      const running = looking.get(key)
      if (running !== undefined) return running
      const started = lookUp(key, look).finally(() => {
        if (looking.get(key) === started) looking.delete(key)
      })
      looking.set(key, started)
      return started
    },
    forget(key) {
      changes += 1
      entries.delete(key)
      looking.delete(key)
    },
    changed(concerned) {
      changes += 1
      looking.clear()
      for (const [id, until] of unsettled) if (until <= now()) unsettled.delete(id)
      if (concerned === 'everybody') {
        everybodyUntil = now() + milliseconds
        entries.clear()
        return
      }
      for (const id of concerned) unsettled.set(id, now() + milliseconds)
      for (const [key, { concerns }] of entries) if (concerns.some((id) => concerned.includes(id))) entries.delete(key)
    },
  }
}
