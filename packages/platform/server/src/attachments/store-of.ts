import type { Platform } from '../platform/platform.js'
import type { AttachmentStore } from './attachment-store.js'

const stores = new WeakMap<Platform['pool'], AttachmentStore>()

/** Gives a platform the place where attached files lie. */
export function attachStore({ pool }: Pick<Platform, 'pool'>, store: AttachmentStore): void {
  stores.set(pool, store)
}

/** Where the attached files of a platform lie; one that was composed to serve records alone has none. */
export function storeOf({ pool }: Pick<Platform, 'pool'>): AttachmentStore {
  const store = stores.get(pool)
  if (store === undefined) throw new Error('this server was composed without jobs and files')
  return store
}
