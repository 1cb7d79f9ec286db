import { fieldMeta, isMasked, maskAttachments } from '@opendpf/kit'
import { useEffect } from 'react'
import { dropDraft, keepDraft } from './draft.js'
import type { FormStore } from './form-store.js'
import type { RawValues } from './raw-values.js'

const quietFor = 400

/** What a draft holds: of files whose names are hidden their ids alone, by which they are saved all the same. */
function keptValues(store: FormStore): RawValues {
  return Object.fromEntries(
    Object.entries(store.values()).map(([field, value]) => {
      const meta = fieldMeta(store.record, field)
      return [field, meta.kind === 'attachments' && isMasked(meta) ? maskAttachments(value) : value]
    }),
  )
}

/** Keeps what is being filled in, a moment after each pause in typing; an unchanged form leaves nothing behind. */
export function useDraftKeeping(store: FormStore, key: string): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => {
      if (store.changed().length > 0) keepDraft(globalThis.sessionStorage, key, keptValues(store))
      else dropDraft(globalThis.sessionStorage, key)
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        timer = undefined
        keep()
      }, quietFor)
    }
    // a page that is left or loaded anew does not wait: a file that has just arrived would be lost
    const now = () => {
      if (timer === undefined) return
      clearTimeout(timer)
      timer = undefined
      keep()
    }
    const stop = store.subscribe(later)
    globalThis.addEventListener('pagehide', now)
    return () => {
      clearTimeout(timer)
      globalThis.removeEventListener('pagehide', now)
      stop()
    }
  }, [store, key])
}
